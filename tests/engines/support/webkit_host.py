"""A browser around WebKit whose profile stays: what WebKitWebDriver starts in the place of MiniBrowser, which forgets everything.

usage: webkit_host.py FOLDER. The profile is kept there, and what is downloaded goes to FOLDER/downloads. Needs Debian's gir1.2-webkit2-4.1 and python3-gi.
"""

import os
import sys
from pathlib import Path

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gdk, Gtk, WebKit2  # noqa: E402 (the versions must be named first)

FOLDER = Path(sys.argv[1])
DOWNLOADS = FOLDER / "downloads"


class InputMethod(WebKit2.InputMethodContext):
    """Once F12 was pressed it composes Latin letters, and the first other character takes their place."""

    is_on = False
    letters = ""

    def do_get_preedit(self):
        return self.letters, [], len(self.letters)

    def do_filter_key_event(self, event):
        if event.type != Gdk.EventType.KEY_PRESS:
            return False
        if event.keyval == Gdk.KEY_F12:
            self.is_on = True
            return True
        character = chr(Gdk.keyval_to_unicode(event.keyval))
        if self.is_on and character.isascii() and character.isalpha():
            if not self.letters:
                self.emit("preedit-started")
            self.letters += character
            self.emit("preedit-changed")
            return True
        if not self.letters or character == "\0":
            return False
        self.letters = ""
        self.emit("committed", character)
        self.emit("preedit-changed")
        self.emit("preedit-finished")
        return True


def start_session(_context, session):
    """Tells the driver who we are; without that it waits for ever."""
    about = WebKit2.ApplicationInfo.new()
    about.set_name("Huaide")
    about.set_version(WebKit2.get_major_version(), WebKit2.get_minor_version(), WebKit2.get_micro_version())
    session.set_application_info(about)
    session.connect("create-web-view", create_view)


def create_view(_session):
    """A window as wide as a phone."""
    view = WebKit2.WebView(web_context=CONTEXT, is_controlled_by_automation=True)
    view.get_settings().set_enable_write_console_messages_to_stdout(True)
    window = Gtk.Window()
    window.set_default_size(390, 844)
    window.add(view)
    view.set_input_method_context(InputMethod())
    view.connect("close", lambda _view: window.destroy())
    window.show_all()
    return view


def start_download(_context, download):
    """Saves under the name that the page wants; the name is there once all of it is."""
    part = DOWNLOADS / "part"

    def choose(download, name):
        download.connect("finished", lambda _download: os.rename(part, DOWNLOADS / name))
        download.set_destination(part.as_uri())
        return True

    download.connect("decide-destination", choose)


DOWNLOADS.mkdir(parents=True, exist_ok=True)
DATA = WebKit2.WebsiteDataManager(base_data_directory=str(FOLDER / "data"), base_cache_directory=str(FOLDER / "cache"))
CONTEXT = WebKit2.WebContext.new_with_website_data_manager(DATA)
CONTEXT.set_automation_allowed(True)
CONTEXT.set_preferred_languages(["zh-CN"])
CONTEXT.connect("automation-started", start_session)
CONTEXT.connect("download-started", start_download)
Gtk.main()
