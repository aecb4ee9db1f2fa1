package dev.lamina.training.listener.report;

import java.util.Collection;

/**
 * HTML that is well-formed XML too, so that no tag can be forgotten unnoticed.
 *
 * @param text the source, in which all that is not a tag is escaped
 */
public record Html(String text) {

  /** No HTML at all. */
  public static Html nothing() {
    return new Html("");
  }

  /** Text as it is. */
  public static Html text(String plain) {
    StringBuilder escaped = new StringBuilder(plain.length());
    plain.codePoints().forEach(each -> escape(each, escaped));
    return new Html(escaped.toString());
  }

  /**
   * An element.
   *
   * @param attributes names and values, in turn
   */
  public static Html element(String name, Html content, String... attributes) {
    return new Html(start(name, attributes) + ">" + content + "</" + name + ">");
  }

  /** An element that holds text. */
  public static Html element(String name, String content, String... attributes) {
    return element(name, text(content), attributes);
  }

  /** An element that holds nothing. */
  public static Html empty(String name, String... attributes) {
    return new Html(start(name, attributes) + "/>");
  }

  /** One after the other. */
  public static Html all(Collection<Html> parts) {
    StringBuilder joined = new StringBuilder();
    parts.forEach(joined::append);
    return new Html(joined.toString());
  }

  /** This, and more after it. */
  public Html and(Html more) {
    return new Html(text + more.text);
  }

  @Override
  public String toString() {
    return text;
  }

  private static String start(String name, String... attributes) {
    StringBuilder tag = new StringBuilder("<" + name);
    for (int i = 0; i < attributes.length; i += 2) {
      tag.append(' ').append(attributes[i]).append("=\"").append(text(attributes[i + 1]));
      tag.append('"');
    }
    return tag.toString();
  }

  /** Characters that XML does not know are shown as the sign for what cannot be shown. */
  private static void escape(int character, StringBuilder into) {
    switch (character) {
      case '&' -> into.append("&amp;");
      case '<' -> into.append("&lt;");
      case '>' -> into.append("&gt;");
      case '"' -> into.append("&quot;");
      default -> into.appendCodePoint(isKnown(character) ? character : 0xfffd);
    }
  }

  private static boolean isKnown(int character) {
    return character == '\n'
        || character == '\t'
        || (character >= 0x20 && character < 0xd800)
        || (character > 0xdfff && character < 0xfffe)
        || character > 0xffff;
  }
}
