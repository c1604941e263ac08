// Starts the program, or says plainly why it cannot.
//
// Old syntax on purpose: a browser that is too old for Postil must still read this file.
// A module has no `document.currentScript`, so its element is found by id.
// The rescue page comes first: it must be there when the program stops, however early. The stores
// are opened and read while the program is being loaded.

import "./rescue.js";
import "./durable.js";

var element = document.getElementById("boot");

/** The exports of the program's first part. */
var first = null;

/** The code of its second part, once it is there. A build for development has none. */
var later = null;

/** Says that nothing of the program is still to come, to all who wait for `whole`. */
var tellWhole;
var whole = new Promise(function (resolve) { tellWhole = resolve; });

function address(name) {
  return new URL(element.getAttribute(name), document.baseURI).href;
}

function fail(error) {
  var app = document.getElementById("app");
  if (app) app.hidden = true;
  document.getElementById("boot-reason").textContent = String(error);
  document.getElementById("boot-error").hidden = false;
  console.error(error);
}

// The program comes in two parts: what the first picture needs, and all else, which follows at once
// and is usually there before anybody can do anything. The first part calls the second through its
// table, which the second fills.

/** Called by the program when it begins: all of its first part has been loaded, nothing is shown. */
function begin(exports) {
  first = exports;
  if (!element.hasAttribute("data-later")) return tellWhole();
  WebAssembly.compileStreaming(fetch(address("data-later")))
    .then(function (code) {
      later = code;
      // Behind the first picture. In a page that nobody sees there is none, and no haste.
      requestAnimationFrame(function () { setTimeout(join); });
    })
    .catch(function () {
      // Perhaps the page is being closed. If not, it is asked for once more when something needs it.
    });
}

function join() {
  if (first.arrived.value) return;
  // It fills the table when it is made, and has nothing that would have to be kept.
  new WebAssembly.Instance(later, { first: first });
  first.arrived.value = 1;
  tellWhole();
}

/** Bytes of this page's host, right now: nothing else can happen until the program goes on. */
function bytes(from) {
  var request = new XMLHttpRequest();
  request.open("GET", from, false);
  request.overrideMimeType("text/plain; charset=x-user-defined");
  request.send();
  if (request.status !== 200) throw new Error("the answer was " + request.status);
  return Uint8Array.from(request.responseText, function (letter) { return letter.charCodeAt(0) & 255; });
}

/**
 * Called by the program when it needs its second part and that is not there yet. `place` is the
 * place in the table of what it is about to call; 0 names none, and is no need.
 */
function needLater(place) {
  if (place === 0) return;
  document.documentElement.setAttribute("data-waited-for", place);
  try {
    if (!later) later = new WebAssembly.Module(bytes(address("data-later")));
    join();
  } catch (error) {
    globalThis.postilRescue.show("a part of the program could not be loaded: " + error);
    throw error;
  }
}

/** Whether nothing of the program is still to come. */
function isWhole() {
  return !element.hasAttribute("data-later") || first.arrived.value === 1;
}

globalThis.postilParts = Object.freeze({ begin: begin, needLater: needLater, isWhole: isWhole, whole: whole });

try {
  import(address("data-js"))
    .then(function (program) {
      return program.default({ module_or_path: address("data-wasm") });
    })
    .catch(fail);
} catch (error) {
  fail(error);
}
