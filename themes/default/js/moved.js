// An old address leads on without a script, too; with one it keeps what stands behind it: the part of the page.
const moved = document.querySelector("link[data-moved]");
const behind = location.search + location.hash;
if (moved && behind) location.replace(moved.href + behind);
