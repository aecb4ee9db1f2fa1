package dev.lamina.training.json;

import dev.lamina.dsl.problem.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A place in a description's JSON form.
 *
 * @param path the way to it, such as {@code $.network.blocks[1].rate}; {@code $} is the whole
 */
record JsonPlace(String path) {

  static final JsonPlace ROOT = new JsonPlace("$");

  private static final String REMEDY = "correct it, or save the description again.";
  private static final int LONGEST_SHOWN = 60;

  /** The property of this name of the object that is here. */
  JsonPlace property(String name) {
    return new JsonPlace(path + "." + name);
  }

  /** An item of the array that is here, counted from 0. */
  JsonPlace item(int index) {
    return new JsonPlace(path + "[" + index + "]");
  }

  /** What to throw where something else came than was expected. */
  IllegalArgumentException mismatch(String expected, JsonNode came) {
    return mismatch(expected, came, REMEDY);
  }

  /** What to throw where something else came than was expected, and this is the remedy. */
  IllegalArgumentException mismatch(String expected, JsonNode came, String fix) {
    return refusal("must be " + expected + " but is " + shown(came) + ".", fix);
  }

  /** What to throw where something is wrong here. */
  IllegalArgumentException refusal(String finding, String fix) {
    return new IllegalArgumentException(new Problem("`" + path + "`", finding, fix).toString());
  }

  /** What to throw where the constructor that is to take what is here threw this. */
  IllegalArgumentException rejection(Throwable cause) {
    String finding = "must be a valid description but is not: " + cause.getMessage();
    String text = new Problem("`" + path + "`", finding, REMEDY).toString();
    return new IllegalArgumentException(text, cause);
  }

  /** A text as messages show it: on one line, and not too long. */
  static String quoted(String text) {
    return shown(JsonNodeFactory.instance.stringNode(text));
  }

  private static String shown(JsonNode node) {
    if (node.isMissingNode()) {
      return "missing";
    }
    if (node.isContainer()) {
      return node.isArray() ? "an array" : "an object";
    }
    String json = node.toString();
    boolean fits = json.length() <= LONGEST_SHOWN;
    return "`" + (fits ? json : json.substring(0, LONGEST_SHOWN) + "...") + "`";
  }
}
