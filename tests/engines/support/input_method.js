// An input method, as each engine lets itself be given one: no driver of WebDriver's has any.
/* global Components */
import { Key } from "selenium-webdriver";

/** Composes letters, or puts a word in their place, in Firefox's own window, as its input methods do: this runs there. */
function inFirefox(letters, word) {
  const { classes, interfaces } = Components;
  window.huaideProcessor ??= classes["@mozilla.org/text-input-processor;1"].createInstance(interfaces.nsITextInputProcessor);
  const processor = window.huaideProcessor;
  if (!processor.beginInputTransactionForTests(window)) throw new Error("another input method is at work");
  if (word) return processor.commitCompositionWith(word);
  processor.setPendingCompositionString(letters);
  processor.appendClauseToPendingComposition(letters.length, processor.ATTR_RAW_CLAUSE);
  processor.setCaretInPendingComposition(letters.length);
  return processor.flushPendingComposition();
}

const METHODS = {
  firefox(device) {
    let letters = "";
    const run = async (word) => {
      await device.session.setContext("chrome");
      await device.run(inFirefox, letters, word);
      await device.session.setContext("content");
    };
    const compose = (letter) => {
      letters += letter;
      return run("");
    };
    return { compose, commit: (word) => run(word) };
  },

  /** webkit_host.py has one, which this key switches on. */
  async webkit(device) {
    await device.keys(Key.F12);
    return { compose: (letter) => device.keys(letter), commit: (word) => device.keys(word) };
  },
};

/** The input method of a browser: {compose(letter), commit(word)}. Letters are composed one after the other, until a word of one character
 *  takes their place. */
export const inputMethod = (device) => METHODS[device.engine](device);
