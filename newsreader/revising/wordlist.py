"""Common words of English news, for telling a mended spelling from another word; data only.

What must stay true: small letters; base forms, the endings are a rule (``spelling.py``); American
spelling only, so that the other one is a spelling and not another word; no names.
The longer the list, the safer: a word that stands here is never taken for a slip of another one.
"""

from __future__ import annotations

COMMON = frozenset(
    """
    a abandon ability able about above abroad absence absent absolute abuse accelerate accept
    access accident accommodate accommodation accompany accord according account accuracy
    accurate accuse ace ache achieve acid acknowledge acquire acre across act action active
    actor actual adapt add addition additional address adds adequate adjust administration
    admire admit adopt adult advance advantage adverse advice advise affair affect afford afraid
    after afternoon afterward again against age aged agency agenda agent aggressive ago agree
    agreement ahead aid aide aim air aircraft airline airplane airport airstrike alarm album
    alert alien alive all allegation allege alley alliance allow ally almost alone along aloud
    already also alter alternative although altogether always am amaze ambassador amber ambition
    ambulance ambush amend amid ammunition amnesty among amount analysis analyst ancient and
    angel anger angle angry animal annex anniversary announce announcement annual another answer
    anti antique anxiety anxious any anybody anymore anyone anything anyway anywhere apart
    apartment ape apology apparatus apparent appeal appear appearance apple application apply
    appoint appointment appreciate approach appropriate approval approve arc arch are area arena
    argue argument arid arise arm armor army around arrange arrangement arrest arrival arrive
    arson art article artillery artist as ash aside ask asleep aspect assassinate assault
    assemble assembly assert assess asset assign assist assistance associate association assume
    assure asylum at ate athlete atmosphere atom atop attach attack attempt attend attendance
    attention attitude attorney attract attribute auction audience audit aunt author authority
    authorize autumn available avenue average avoid await awake award aware away awful aye baby
    back background backward bacteria bad bag bail bait bake balance balcony bald bale ball
    ballot ban band bandit bank banner bar bare bargain bark barn barracks barrel barricade
    barrier base baseball basement basic basin basis basket bass bat bath bathroom battalion
    battery battle bay be beach bead beak beam bean bear beard beast beat beautiful beauty
    because become bed bedroom beef been beep beer bees before beg began begin begun behalf
    behave behavior behind being belief believe bell belong below belt bench bend beneath
    benefit berry beside best bet better between beyond bicycle bid big bike bill bin bind bird
    birth birthday bishop bit bite bitter black blade blame blank blanket blast blaze bled bleed
    blend bless blew blind block blockade blog blood bloody blow blown blue boar board boast
    boat body bog boil bold bomb bombard bond bone bonus bony book boom boost boot booth border
    bore bored born borrow boss both bother bottle bottom bought bounce boundary bout bow bowl
    box boy brag brain brake branch brand brave breach bread break breakfast breakthrough breast
    breath breathe bred breed breeze brew bribe brick bride bridge brief brigade bright
    brilliant bring brink broad broadcast broke broken brook broom brother brought brown bruise
    brush brutal bucket buddy budget bug build building built bulb bulk bull bullet bulletin
    bully bump bunch bunker burden bureau burn burnt burst bury bus bush business busy but
    butcher butter button buy buyer by cab cabin cabinet cable cage cake calculate calendar calf
    call calm came camera camp campaign campus can canal cancel cancer candidate candle cane
    canoe cap capability capable capacity cape capital captain capture car carbon card care
    career careful cargo carpet carriage carrier carry cart carve case cash casino cast castle
    casual casualty cat catastrophe catch category cathedral cattle caught cause caution
    cautious cave cease ceasefire ceiling celebrate celebration cell cement cemetery center
    central century ceremony certain certificate chain chair chairman chalk challenge chamber
    champion championship chance change channel chaos chap chapter character charge charity
    charm chart charter chase chat cheap cheat check cheek cheer cheese chef chemical chemist
    chest chew chicken chief child childhood children chill chin chip choice choose chop chord
    chose chosen chronic chunk church cigarette cinema circle circuit circumstance cite citizen
    city civil civilian clad claim clan clap clarify clash class classic classify classroom
    clause clay clean clear clerk clever click client cliff climate climb cling clinic clip
    cloak clock close cloth clothes clothing cloud clown club clue cluster coach coal coalition
    coast coastal coat code coffee coil coin cold collapse colleague collect collection college
    collide collision colonel colony color colt column comb combat combine come comfort
    comfortable command commander comment commerce commercial commission commissioner commit
    commitment committee commodity common communicate communication community company compare
    comparison compensate compensation compete competition competitive compile complain
    complaint complete complex complicate component compose compound comprehensive compromise
    compute computer conceal concede concentrate concept concern concert conclude conclusion
    concrete condemn condition conduct cone conference confidence confident confine confirm
    confirmation conflict confront confuse confusion congress connect connection conscience
    conscious consensus consent consequence conservative consider considerable consist
    consistent conspiracy constant constitute constitution constitutional construct construction
    consult consultant consume consumer contact contain container contaminate contemporary
    content contest context continent continue continuous contract contradict contrary contrast
    contribute contribution control controversial controversy convention conversation convert
    convict conviction convince convoy cook cool cooperate cooperation coordinate cop cope copy
    cord core cork corn corner corporate corporation correct correspond correspondent corridor
    corrupt corruption cost costume cot cottage cotton cough could council counsel count counter
    counterpart country county coup couple courage course court courthouse cousin cover coverage
    cow crab crack craft cram crane crash crawl crazy cream create creative creature credibility
    credible credit creed creek creep crest crew crime criminal crisis crisp criteria critic
    critical criticism criticize crop cross crossing crow crowd crown crucial crude cruel cruise
    crush crust cry cub cube cue cuff cult cultural culture cup curb cure curfew curious curl
    currency current curse curtain curve custody custom customer cut cycle daily dairy dam
    damage dame damp dance danger dangerous dare dark darkness dash data database date daughter
    dawn day daylight daze dead deadline deadly deaf deal dealer dealt dear death debate debris
    debt decade decay deceive decent decide decision decisive deck declare decline decorate
    decrease dedicate deed deep deer default defeat defect defend defendant defender defense
    defensive deficit define definite definition degree delay delegate delegation delete
    deliberate delicate deliver delivery demand democracy democratic demolish demonstrate
    demonstration demonstrator den denial dense dent deny depart department departure depend
    dependent deploy deployment deport deposit depot depress depression depth deputy derail
    descend describe description desert deserve design designate desire desk despair desperate
    despite destination destroy destroyer destruction detail detain detainee detect detective
    detention deter deteriorate determine devastate develop development device devil devote dew
    diagnose dial dialogue diamond diary dice dictate dictator did die diet differ difference
    different difficult difficulty dig digital dignity dilemma dime dine dinner dip diplomacy
    diplomat diplomatic direct direction director dirt dirty disable disagree disappear
    disappoint disaster disc discipline disclose discount discover discovery discriminate
    discuss discussion disease disgust dish dislike dismiss disorder dispatch disperse displace
    display dispose dispute disrupt disruption dissolve distance distant distinct distinguish
    distribute distribution district disturb ditch dive diver diverse divert divide division
    divorce dock docker doctor document documentary dodge does dog doll dollar dome domestic
    dominate donate done donkey donor doom door dose dot doubt down downtown dozen draft drag
    drain drama dramatic drank drape draw drawing drawn dread dream dress drew drift drill drink
    drip drive driven driver drone drop drought drove drown drug drum drunk dry duck due duel
    dug duke dull dumb dump durable during dusk dust duty dwarf dwell dye dynamic each eager
    eagle ear early earn earth earthquake ease east eastern easy eat eaten echo ecology economic
    economist economy edge edit edition editor editorial educate education effect effective
    efficiency efficient effort egg eight either elaborate elbow elder elderly elect election
    electoral electric electrical electricity electronic element elevate eleven eligible
    eliminate elite elk elm else elsewhere embargo embark embarrass embassy embrace emerge
    emergency emission emotion emotional emphasis emphasize empire employ employee employer
    employment empty enable encounter encourage end endanger endorse endure enemy energy enforce
    enforcement engage engine engineer enhance enjoy enormous enough ensure enter enterprise
    entertain entertainment enthusiasm entire entitle entity entrance entry envelope environment
    environmental envoy envy epidemic episode equal equip equipment era erase error erupt
    escalate escape escort especially essay essential establish estate estimate eternal ethnic
    evacuate evacuation evade evaluate eve even evening event eventual ever every everybody
    everyone everything everywhere evict evidence evident evil evolve exact exaggerate exam
    examine example excellent except exception excess exchange excite exclude exclusive excuse
    execute execution executive exempt exercise exhaust exhibit exhibition exile exist existence
    exit expand expansion expect expectation expel expense expensive experience experiment
    expert expire explain explanation explode exploit exploration explore explosion explosive
    export expose exposure express expression extend extension extensive extent external extinct
    extra extract extraordinary extreme extremist eye eyewitness fabric face facilitate facility
    fact factor factory faculty fade fail failure faint fair faith fake fall fallen false fame
    familiar family famine famous fan fancy fang far fare farm farmer fast fat fatal fatality
    fate father fault favor favorite fear feasible feast feather feature federal federation fee
    feed feel fell fellow felt female fence ferry fertile festival fetch fever few fiber fiction
    field fierce fiery fifth fig fight fighter figure file fill film filter filth fin final
    finance financial find fine finger finish fir fire firearm firefighter firm fiscal fish
    fisherman fist fit fix flag flame flank flap flare flash flat flavor flaw flea fled flee
    fleet flesh flew flexible flight fling flip float flock flood floor flour flow flower flown
    flu fluid flush fly foam focus foe fog fold folk follow font food fool foot football for
    forbid force ford forecast foreign foreigner forest forever forge forget forgive forgot fork
    form formal format former formula fort forth fortune forum forward foster fought found
    foundation founder four fowl fox fraction fragile fragment frame framework frank fraud free
    freedom freeze freight frequency frequent fresh friday friend friendly friendship frighten
    frog from front frontier frontline frost froze frozen fruit frustrate fuel fulfill full fume
    fun function fund fundamental funeral funny fur furious furniture further fury fuse fuss
    future gag gain gale gallery gallon gamble game gang gap garage garbage garden gas gasoline
    gasp gate gather gauge gave gay gaze gear gel gender gene general generate generation
    generous genetic genocide gentle gentleman genuine germ gesture get ghost giant gift gig
    girl give given glad glance glare glass gleam glimpse global globe glory glove glow glue
    gnaw go goal goat god gold golden gone good goods goose gore gosh got govern government
    governor gown grab grace grade gradual graduate grain grand grandfather grandmother grant
    grape graph grasp grass grate grateful grave gravity gray great greed green greet grenade
    grew grid grief grieve grill grim grin grind grip groan grocery groom grope gross ground
    group grove grow grown growth guarantee guard guerrilla guess guest guide guideline guilt
    guilty guitar gulf gulp gun gunfire gunman gunmen gust gut guy habit habitat had hail hair
    half hall halo halt ham hammer hand handle hang happen happy harass harbor hard hardly
    hardware hare harm harmful harsh harvest has hash hat hatch hate hatred haul haunt have hawk
    hay hazard haze he head headline headquarters heal health healthy heap hear heard hearing
    heart heat heaven heavy heed heel height heir held helicopter hell helmet help hen hence her
    herb herd here hereby heritage hero hers herself hesitate hi hid hidden hide high highlight
    highway hijack hike hill him himself hint hip hire his historian historic historical history
    hit hobby hold hole holiday holy home homeless homicide honest honey honor hood hoof hook
    hoop hope horizon horn horrible horror horse hose hospital host hostage hostile hot hotel
    hound hour house household housing hover how however hug huge hull hum human humanitarian
    humble humor hunch hundred hung hunger hungry hunt hurl hurricane hurry hurt husband hush
    hut hydrogen hymn hypothesis i ice icy idea ideal identical identification identify identity
    ideology idle idol if ignite ignore ill illegal illness illustrate image imagine immediate
    immense immigrant immigration immune impact impair impeach implement implementation
    implication imply import importance important impose impossible impress impression imprison
    improve improvement impulse in inadequate incentive inch incident include income increase
    incredible indeed independence independent index indicate indication indict indictment
    indifferent individual indoor industrial industry inevitable infant infantry infect
    infection inferior infiltrate inflate inflation inflict influence inform informal informant
    information infrastructure ingredient inhabit inhabitant inherit initial initiate initiative
    inject injunction injure injury injustice ink inmate inn inner innocent innovation input
    inquire inquiry insect insert inside insider insist inspect inspection inspector inspire
    install installation instance instant instead instinct institute institution instruct
    instruction instrument insult insurance insure insurgent integrate integrity intellectual
    intelligence intend intense intensify intensity intensive intention interact intercept
    interest interfere interim interior intermediate internal international internet interpret
    interrogate interrupt interval intervene intervention interview intimate into introduce
    introduction invade invader invasion invent invest investigate investigation investigator
    investment investor invisible invite involve iron irregular irrigate is island isolate issue
    it item its itself ivory jacket jail jam jar jaw jazz jeep jelly jerk jet jewel job jog join
    joint joke jolt journal journalist journey joy judge judgment judicial jug juice jump jungle
    junior jury just justice justify keel keen keep kept key kick kid kidnap kidney kill killer
    kilogram kilometer kin kind king kingdom kiss kitchen kite knee knelt knew knife knit knock
    knot know knowledge known label labor laboratory lace lack lad ladder lady laid lain lake
    lamb lame lamp land landlord landmark landscape landslide lane language lap large lash last
    latch late lately latter laugh launch launcher laundry lava law lawmaker lawn lawsuit lawyer
    lay layer lazy lead leader leadership leaf leaflet league leak lean leap learn lease least
    leather leave lecture led leek left leg legacy legal legend legislate legislation legislator
    legislature legitimate leisure lend length lens lent less lesson lest let letter level lever
    levy liability liable liberal liberate liberty library license lick lid lie lieutenant life
    lift light like likelihood likely limb lime limit limitation limp line linen liner link lion
    lip liquid list listen lit liter literally literary literature little live lively liver load
    loaf loan lobby local locate location lock lodge log logic logical loneliness lonely long
    look loom loop loose loot lord lorry lose loss lost lot loud lounge love lovely low lower
    loyal loyalty luck lucky luggage lump lunch lung lure lurk lush lust luxury lynch machine
    mad made magazine magic magistrate magnificent magnitude maid mail main mainland maintain
    maintenance major majority make male mall man manage management manager mandate mane
    maneuver manifest manner manslaughter manual manufacture many map mar marble march mare
    margin marine mark market marriage marry marsh martial mask mass massacre massive mast
    master mat match mate material math matter mature maximum may maybe mayor maze me meal mean
    meaning meant meanwhile measure meat mechanic mechanical mechanism medal media mediate
    medical medicine medium meek meet meeting melt member membership memo memorial memory menace
    mend mental mention menu mercenary merchant mercy mere merge merger merit mess message met
    metal meter method metropolitan mice microphone middle midnight midst might migrant migrate
    migration mild mile militant military militia milk mill mind mine mineral minimal minimum
    minister ministry minor minority mint minute miracle mirror miserable misery mislead miss
    missile mission mist mistake mix mixture moan mob mobile mobilize mock mode model moderate
    modern modest modify mold mole moment momentum monday money monitor monk monkey month
    monthly monument mood moon moor mop moral more moreover morning mortar mortgage mosque most
    mostly mother motion motivate motive motor motorist mount mountain mouse mouth move movement
    movie mow much mud mug mule multiple murder muscle museum music musical musician muslim must
    mutual my myself mysterious mystery myth nail naked name nap narrative narrow nasty nation
    national nationalist native natural nature naval navigate navy near nearby nearly neat
    necessary necessity neck need needle negative neglect negotiate negotiation negotiator
    neighbor neighborhood neither nerve nervous nest net network neutral never nevertheless new
    newcomer newly news newspaper next nice night nightmare nine no nobody nod noise nominate
    nomination none nonetheless noon nor norm normal north northeast northern northwest nose not
    notable note nothing notice notion notorious novel now nowhere nuclear number numerous nun
    nurse nut oak oar oath oats obey object objection objective obligation observe observer
    obstacle obtain obvious occasion occasional occupation occupy occur ocean odd odor of off
    offend offender offense offensive offer office officer official offshore often oil old omit
    on once ongoing onion online only onto ooze open opera operate operation operator opinion
    opponent opportunity oppose opposite opposition option or oral orange orbit orchestra order
    ordinary ore organ organization organize organizer origin original orphan other otherwise
    ought our ours ourselves oust out outbreak outcome outdoor outer outfit outlet outline
    outlook output outrage outside outskirts outstanding oven over overall overcome overlook
    overnight overseas overthrow overturn overwhelm owe owl own owner ownership ox oxygen pace
    pack package pact pad page paid pain painful paint painter pair palace pale palm pan panel
    panic pant pants paper parade paragraph parallel paralyze paramedic pardon parent parish
    park parking parliament parliamentary part partial participant participate particular
    partner partnership party pass passage passenger passion passive passport past paste pat
    path patience patient patrol pattern pause pave paw pay payment pea peace peaceful
    peacekeeper peach peak pear peel peer peg pen penalty pencil penetrate peninsula pension
    people per perceive percent percentage perfect perform performance perhaps perimeter period
    permanent permission permit perpetrator persist person personal personality personnel
    perspective persuade pest pet phase phenomenon philosophy phone photo photograph
    photographer phrase physical physician piano pick picture piece pier pig pile pill pillow
    pilot pin pinch pine pink pint pioneer pipe pipeline pirate pistol pit pitch pity place
    plain plaintiff plan plane planet plank plant plastic plate platform play player plea plead
    pleasant please pleasure pledge plenty plot plow plug plum plunge plus poach pocket poem
    poet poetry point poison poke pole police policeman policy polish polite political
    politician politics poll pollute pollution pond pony pool poor pop popular popularity
    population porch port portion portrait portray pose position positive possess possession
    possibility possible post postpone pot potato potential pouch pound pour poverty powder
    power powerful practical practice praise pray prayer precede precedent precious precise
    predict prediction prefer preference pregnant prejudice preliminary premier premise premium
    preparation prepare presence present presentation preserve presidency president presidential
    press pressure presume pretend pretty prevail prevent previous prey price prick pride priest
    primary prime prince princess principal principle print prior priority prison prisoner
    privacy private privilege prize probability probable probe problem procedure proceed process
    proclaim produce producer product production productive profession professional professor
    profile profit profound program progress prohibit project prolong prominent promise promote
    promotion prompt prone proof prop propaganda proper property proportion proposal propose
    prosecute prosecution prosecutor prospect prosper protect protection protest protester
    protocol proud prove provide province provincial provision provoke psychological pub public
    publication publicity publish publisher puff pull pulse pump punch punish punishment pup
    pupil purchase pure purple purpose pursue pursuit push put puzzle quake qualify quality
    quantity quarrel quart quarter quay queen queer quest question queue quick quiet quilt quit
    quite quiz quota quotation quote quoth rabbit race racial racism racist rack radar radiation
    radical radio raft rag rage raid rail railroad railway rain raise rake rally ram ramp ran
    ranch random rang range rank ransom rape rapid rare rarely rash rat rate rather ratio
    rational raven raw ray reach react reaction reactor read reader ready real realistic reality
    realize realm reap rear reason reasonable reassure rebel rebellion rebuild recall receive
    recent reception recession recipe recipient reckless recognition recognize recommend
    recommendation reconcile reconnaissance record recorder recover recovery recruit red reduce
    reduction reed reef reel refer referee reference referendum reflect reform refrain refuge
    refugee refusal refuse regain regard regime regiment region regional register regret regular
    regulate regulation regulator rehabilitate reign rein reinforce reinforcement reject relate
    relation relationship relative relax relay release relevant reliable relief relieve religion
    religious reluctant rely remain remainder remains remark remarkable remedy remember remind
    remote removal remove render renew rent repair repeat repel replace replacement reply report
    reportedly reporter represent representative repression republic reputation request require
    requirement rescue rescuer research researcher resemble resent reservation reserve reservoir
    reside residence resident residential resign resignation resist resistance resolution
    resolve resort resource respect respectively respond response responsibility responsible
    rest restaurant restore restrain restraint restrict restriction result resume retail retain
    retaliate retaliation retire retirement retreat retrieve return reveal revenge revenue
    reverse review revise revive revolt revolution revolutionary reward rhetoric rhyme rhythm
    rib rice rich rid ride rider ridge ridiculous rifle right rigid rim rind ring riot rip ripe
    rise risen risk ritual rival river road roadblock roam roar roast rob robbery robe robot
    robust rock rocket rod role roll romance romantic roof room root rope rose rotten rough
    round route routine row royal rub rubber rubbish rubble rude ruin rule ruler rumor run rung
    runner runway rural rush rust rut sabotage sack sacred sacrifice sad saddle safe safety sage
    said sail sailor saint sake salad salary sale salt same sample sanction sand sang sank sat
    satellite satisfaction satisfy saturday sauce save saving saw say says scale scan scandal
    scar scarce scare scatter scenario scene scent schedule scheme scholar scholarship school
    science scientific scientist scold scoop scope score scorn scout scrap scratch scream screen
    screw script scrutiny sea seal search season seat second secondary secret secretary section
    sector secular secure security see seed seek seem seen segment seize seldom select selection
    self sell semester senate senator send senior sensation sense sensible sensitive sent
    sentence sentiment separate separatist sequence serial series serious sermon servant serve
    service session set settle settlement settler seven several severe sew sex sexual shade
    shadow shaft shake shaken shall shallow shame shape share shareholder shark sharp shatter
    shave she shed sheep sheer sheet shelf shell shelter shepherd sheriff shield shift shine
    ship shirt shock shoe shook shoot shooter shop shopkeeper shore shorn short shortage shot
    should shoulder shout shove show shower shown shrine shrink shrub shut shy siblings sick
    side sidewalk siege sigh sight sign signal signature significance significant silence silent
    silk silly silver similar simple simultaneous sin since sincere sing singer single sink sip
    sir siren sister sit site situate situation six size skate sketch ski skill skin skip skirt
    skull sky slab slam slap slate slave slavery slay sled sleep sleeve slept slice slid slide
    slight slim slip slit slogan slope slow slum slump small smart smash smear smell smile smoke
    smooth smuggle snack snail snake snap sneak sniff sniper snow so soak soap soar sob soccer
    social society sock sofa soft software soil solar sold soldier sole solid solidarity solo
    solution solve some somebody somehow someone something sometimes somewhat somewhere son song
    soon sophisticated sore sorry sort sought soul sound soup sour source south southeast
    southern southwest sovereign sovereignty sow space span spare spark spat speak speaker spear
    special specialist species specific spectacular spectator speculate speculation speech speed
    spell spend spent sphere spice spike spill spin spine spirit spiritual spite split spoil
    spoke spoken spokesman spokesperson spokeswoman sponsor spoon sport spot spouse sprang spray
    spread spring spun spur spy squad squadron square squeeze stab stability stabilize stable
    stack stadium staff stage stain stair stake stale stalk stall stamp stand standard standoff
    star stare stark start startle starve stash state statement station statistics statue status
    statute stay steady steal steam steel steep steer stem step stick stiff still stimulate
    sting stir stitch stock stole stolen stomach stone stood stool stoop stop storage store
    storm story stove straight strain strand strange stranger strategic strategy straw stray
    stream street strength strengthen stress stretch strict strike striker string strip strive
    strode stroke strong stronghold strove struck structure struggle strut stuck student studio
    study stuff stumble stung stunt stupid style subject submarine submit subsequent substance
    substantial substitute subtle suburb subway succeed success successful successor such sudden
    sue suffer sufficient sugar suggest suggestion suicide suit suitable suite sum summary
    summer summit summon sun sunday sung sunk sunlight super superior supermarket supervise
    supper supplement supplier supply support supporter suppose suppress supreme sure surface
    surge surgeon surgery surplus surprise surrender surround surveillance survey survival
    survive survivor suspect suspend suspension suspicion suspicious sustain swallow swam swamp
    swan swap swarm sway swear sweat sweep sweet swell swept swift swim swing switch sword swore
    sworn swum swung symbol sympathy symptom syndrome synthetic system table tack tackle tactic
    tactical tag tail take taken tale talent talk tall tan tank tanker tap tape tar target
    tariff task taste taught tax taxi taxpayer tea teach teacher team tear tease technical
    technician technique technology teenage teenager teeth telegraph telephone television tell
    temper temperature temple temporary ten tenant tend tendency tense tension tent term
    terminal terminate terrain terrible territory terror terrorism terrorist test testify
    testimony text than thank that thaw the theater theft their theirs them theme themselves
    then theory therapy there thereafter therefore these they thick thief thin thing think third
    thirst thirty this thorn thorough those though thought thousand thread threat threaten three
    threshold threw thrill throat throb throne through throughout throw thrown thrust thumb
    thunder thursday thus tick ticket tide tidy tie tiger tight tile till tilt timber time
    timetable tin tiny tip tire tired tissue title to toad toast tobacco today toe together
    toilet told tolerate toll tomato tomb tomorrow ton tone tongue tonight too took tool tooth
    top topic torch tore torn tornado torture toss tot total touch tough tour tourism tourist
    tournament tow toward tower town toxic toy trace track tractor trade trader tradition
    traditional traffic tragedy tragic trail train trainer trait tram transfer transform transit
    transition translate transmit transparent transport trap trash trauma travel traveler tray
    tread treason treasure treasury treat treatment treaty tree trek tremendous trench trend
    trial tribe tribunal tribute trick trigger trillion trim trio trip triumph troll troop
    tropical trot trouble trout truce truck true truly trust trustee truth try tub tube tuesday
    tug tulip tuna tunnel turbine turn turnout tutor twelve twenty twice twig twin twist two
    type typical ugly ultimate ultimatum unable unanimous uncertain uncle uncover under undergo
    underground undermine understand understood undertake unemployment unfold unhappy uniform
    union unique unit unite unity universal universe university unless unlike unlikely unrest
    until unusual up upcoming update upgrade uphold upon upper uprising upset upstairs urban
    urge urgency urgent urn us use useful user usual utility utterly vacant vacation vaccine
    vague vain valid valley valuable value valve van vanish variable variation variety various
    vary vast vault vegetable vehicle veil vein venture venue verbal verdict verify version
    versus vertical very vessel vest vet veteran veto via viable vice victim victory video view
    viewer vigorous villa village vine violate violation violence violent virtual virtue virus
    visa visible vision visit visitor visual vital vivid vocal voice volcano volume voluntary
    volunteer vote voter vow vulnerable wade wage wagon wail waist wait wake walk wall wand
    wander want war ward warehouse warm warn warning warp warrant warrior warship wartime wary
    was wash waste watch watchdog water wave wax way we weak weaken weakness wealth wealthy
    weapon wear weary weather weave web website wed wedding wednesday weed week weekend weekly
    weep weigh weight weird welcome welfare well went wept were west western wet whale what
    whatever wheat wheel when whenever where whereas whether which while whip whisper white who
    whoever whole whom whose why wide widespread widow wife wild wildfire wildlife will willing
    win wind window wine wing winner winter wipe wire wisdom wise wish wit with withdraw
    withdrawal within without witness woke woman women won wonder wood wooden wool word wore
    work worker workplace workshop world worldwide worn worry worse worship worst worth would
    wound wrap wreck wreckage wrist write writer written wrong wrote yard yeah year yell yellow
    yes yesterday yet yield you young your yours yourself youth zone
    """.split()  # noqa: SIM905  (a list of words to read)
)
"""Words that nobody needs to look up."""
