// The engines that are tried beside Chromium: how each is started, and what it must be told.
import { join } from "node:path";

const HOST = join(import.meta.dirname, "webkit_host.py");

/** Firefox without its first-run pages, which saves without asking and writes what pages say to its output. */
const firefox = (folder, downloads) => ({
  browserName: "firefox",
  "moz:firefoxOptions": {
    binary: "/usr/bin/firefox-esr",
    args: ["-headless", "--width", "500", "--height", "844", "-profile", join(folder, "profile")],
    prefs: {
      "browser.download.folderList": 2,
      "browser.download.dir": downloads,
      "browser.download.alwaysOpenPanel": false,
      // It would ask its maker for lists that nobody here needs.
      "app.normandy.enabled": false,
      "services.settings.server": "http://127.0.0.1:9/",
      "browser.dom.window.dump.enabled": true,
      "devtools.console.stdout.content": true,
      "intl.accept_languages": "zh-CN",
      "intl.locale.requested": "zh-CN",
    },
  },
});

/** WebKit in a window of ours, for the driver's own browser keeps nothing. */
const webkit = (folder) => ({
  browserName: "Huaide",
  "webkitgtk:browserOptions": { binary: "/usr/bin/python3", args: [HOST, folder] },
});

/** By their names: the driver's command for a port, and what is wanted of it for a folder. */
export const ENGINES = {
  firefox: {
    driver: (port) => [process.env.HUAIDE_GECKODRIVER, "--port", `${port}`, "--websocket-port", "0", "--allow-system-access"],
    wanted: firefox,
  },
  webkit: {
    driver: (port) => ["/usr/bin/WebKitWebDriver", `--port=${port}`],
    wanted: webkit,
  },
};
