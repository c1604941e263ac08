// Starts the program, or says plainly why it cannot.
//
// Old syntax on purpose: a browser that is too old for Postil must still read this file.
// A module has no `document.currentScript`, so its element is found by id.
// The rescue page comes first: it must be there when the program stops, however early.

import "./rescue.js";

var element = document.getElementById("boot");

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

try {
  import(address("data-js"))
    .then(function (program) {
      return program.default({ module_or_path: address("data-wasm") });
    })
    .catch(fail);
} catch (error) {
  fail(error);
}
