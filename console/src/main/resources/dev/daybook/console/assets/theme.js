// Before anything is drawn, so that nothing flashes: the look that was chosen here, if any.
try {
  const chosen = localStorage.getItem("daybook-theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch (e) { /* without storage, the system's look */ }
