// The place in the document, which a redirection of the page itself would lose, is kept.
location.replace(document.getElementById("now").href + location.hash);
