n0412nwsta
r n BC-OR--Crane-Collapse   10-17 0098
^BC-OR--Crane Collapse,98<
^Crane falls across river bridge in Tallow Ferry<
^Eds: Will be updated.<
^By ODETTE MARWICK=
^Northwire=
	   TALLOW FERRY, Oregon (NWN) _ A construction crane fell across the Tallow Ferry bridge on Tuesday morning, blocking all lanes. 
 
	   ``It came down like a tree,'' said Ruben Ostrander, who runs the bait shop below the bridge. He saw one person taken away by ambulance. 
 
	   The cause was not known. 
 

	   NWN-ST-10-17-23 1712GMT<


n0455nwsta
r n BC-OR--Crane-Collapse 1stLd-Writethru   10-17 0177
^BC-OR--Crane Collapse, 1st Ld-Writethru,177<
^Crane falls across river bridge in Tallow Ferry; 2 hurt<
^NWN Photo TFB101, TFB104<
^Eds: Corrects number of injured in 2nd paragraph, from one to two. Adds quotes, background.<
^By ODETTE MARWICK=
^Northwire=
	   TALLOW FERRY, Oregon (NWN) _ A construction crane fell across the Tallow Ferry bridge on Tuesday morning, blocking all lanes. 
 
	   Two people were hurt, neither of them badly, the county's emergency manager said. 
 
	   ``It came down like a tree,'' said Ruben Ostrander, who runs the bait shop below the bridge. 
 
	   The state's bridge engineer, Paula Wickstrom, said that a gust of 58 mph (93 kph) was measured _ ``above what the crane was rated for, but not by much'' _ and that the bridge itself did not appear to be damaged. 
 
	   The contractor, Harlan Lift Co., did not return calls. 
 
	   ___ 
 
	   Northwire writer Ines Calloway contributed from Salem. 
 

	   NWN-ST-10-17-23 1946GMT<


