package dev.lamina.training.listener;

/** Where the line of one epoch is shown. */
interface EpochLine {

  /** Shows how far the epoch is, in place of what was shown before. */
  void redraw(String text);

  /** Shows the text for good, in place of what was shown before; it is the last call. */
  void finish(String text);

  /** Leaves what was shown as it is; it is the last call. */
  void abandon();
}
