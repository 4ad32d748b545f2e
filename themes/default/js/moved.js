// An old address leads on without a script, too; with one it keeps the part of the page that it names.
const moved = document.querySelector("link[data-moved]");
if (moved && location.hash) location.replace(moved.href + location.hash);
