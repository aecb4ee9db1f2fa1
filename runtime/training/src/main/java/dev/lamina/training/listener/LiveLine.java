package dev.lamina.training.listener;

/** A line that tells how something goes, as long as it does. */
public interface LiveLine {

  /** Shows how far it is, in place of what was shown before. */
  void redraw(String text);

  /** Shows the text for good, in place of what was shown before; it is the last call. */
  void finish(String text);

  /** Leaves what was shown as it is; it is the last call. */
  void abandon();
}
