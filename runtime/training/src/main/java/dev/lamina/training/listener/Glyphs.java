package dev.lamina.training.listener;

import java.nio.charset.Charset;

/** The characters of a bar. */
enum Glyphs {
  UNICODE("━", "─", "µs"),
  ASCII("=", ".", "us");

  private final String done;
  private final String left;
  private final String microseconds;

  Glyphs(String done, String left, String microseconds) {
    this.done = done;
    this.left = left;
    this.microseconds = microseconds;
  }

  /** Those that this charset has. */
  static Glyphs of(Charset charset) {
    String all = UNICODE.done + UNICODE.left + UNICODE.microseconds;
    boolean known = charset.canEncode() && charset.newEncoder().canEncode(all);
    return known ? UNICODE : ASCII;
  }

  /** A bar that is {@code filled} of {@code width} characters full. */
  String bar(int filled, int width) {
    return done.repeat(filled) + left.repeat(width - filled);
  }

  /** The unit of a millionth of a second. */
  String microseconds() {
    return microseconds;
  }
}
