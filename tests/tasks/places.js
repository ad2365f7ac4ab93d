// Where things are on the small portal of tests/fixtures.

export const LESSON = "lessons/linju/01-deng/";
export const BANK = "questions/linju-1/";
export const DESK = "contests/xiaoshi/write/";
export const SPEECH = "contests/jiang/write/";
/** A page on which none of what is tried is drawn. */
export const ELSEWHERE = "settings/";
