/** sRGB's white, primaries and an even gamma (IEC 61966-2-1), so that colours need no profile of the output (PDF/A-2, 6.2.4). */
export const CALIBRATED_RGB =
  '[/CalRGB<</WhitePoint[.9505 1 1.089]/Gamma[2.2 2.2 2.2]' +
  '/Matrix[.4124 .2126 .0193 .3576 .7152 .1192 .1805 .0722 .9505]>>]';
