"""The one page: a terminal and nothing else, whose every part comes from this machine.

textual-serve's own page asks a font server on the net; this one does not, and its headers forbid
it to.
"""

from __future__ import annotations

HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
        "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",  # the address holds the secret
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}

HTML = """<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>newsreader</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="static/css/xterm.css">
    <style>
      @font-face {
        font-family: "Roboto Mono";
        src: url("static/fonts/RobotoMono-VariableFont_wght.ttf");
        font-weight: 100 700;
      }
      @font-face {
        font-family: "Roboto Mono";
        src: url("static/fonts/RobotoMono-Italic-VariableFont_wght.ttf");
        font-weight: 100 700;
        font-style: italic;
      }
      body { margin: 0; background: #121212; color: #c0c0c0; font: 16px "Roboto Mono", monospace; }
      p { position: absolute; top: 40vh; width: 100vw; text-align: center; }
      a { color: inherit; }
      .ended, .-first-byte .starting { display: none; }
      .-closed .ended { display: block; z-index: 10; }
      .-closed .textual-terminal { visibility: hidden; }
    </style>
  </head>
  <body>
    <p class="starting">newsreader is starting <b>…</b></p>
    <p class="ended">newsreader has ended. <a href="">Open it again</a></p>
    <div id="terminal" class="textual-terminal" data-font-size="16"></div>
    <script src="start.js"></script>
    <script src="static/js/textual.js"></script>
  </body>
</html>
"""

START = """// The websocket is beside the page, wherever a tunnel or a proxy puts that.
const page = window.location.href.replace(/[?#].*$/, "").replace(/^http/, "ws");
document.getElementById("terminal").dataset.sessionWebsocketUrl = page + "ws";
// Keys count from the first moment, without a click.
const focus = () => document.querySelector(".xterm-helper-textarea")?.focus();
new MutationObserver(focus).observe(document.body, { attributeFilter: ["class"] });
"""
