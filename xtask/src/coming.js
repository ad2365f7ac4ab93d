export default () => {
  document.documentElement.dataset.appState = "coming";
  return new Promise(() => {});
};
