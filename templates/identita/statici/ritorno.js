// The answer goes back by itself; the button is for who has no scripts.
document.getElementById('ritorno').submit();
