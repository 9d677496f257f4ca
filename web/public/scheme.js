// Sets light or dark before anything is painted. A file of its own, because the content security policy allows no script in the page.
(function () {
  var chosen = null;
  try {
    chosen = localStorage.getItem('ledgerbridge-scheme');
  } catch (e) {
    chosen = null;
  }
  var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
