package dev.lamina.training.json;

import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * How a type of single values is read; nothing is converted from one type to another.
 *
 * @param expected what JSON has to hold, as messages say it
 * @param fits whether it holds that
 * @param value the value of what fits
 */
record Scalar(String expected, Predicate<JsonNode> fits, Function<JsonNode, Object> value) {

  private static final Map<Class<?>, Scalar> ALL =
      Map.of(
          String.class, new Scalar("a text", JsonNode::isString, JsonNode::stringValue),
          Boolean.class, new Scalar("true or false", JsonNode::isBoolean, JsonNode::booleanValue),
          Integer.class, new Scalar("a whole number of 32 bits", Scalar::isInt, JsonNode::intValue),
          Long.class, new Scalar("a whole number of 64 bits", Scalar::isLong, JsonNode::longValue),
          Double.class, new Scalar("a finite number", Scalar::isFinite, Scalar::toDouble));

  /** How this type is read, if its values are single ones. */
  static Optional<Scalar> of(Class<?> type) {
    Class<?> boxed = MethodType.methodType(type).wrap().returnType();
    return Optional.ofNullable(ALL.get(boxed));
  }

  /** A single value as it is written: as it is, if it is one that can be read again. */
  static Object written(Object value, JsonPlace place) {
    if (value == null) {
      throw place.refusal("must be a value but is null.", "pass a value: null stands for nothing.");
    }
    if (value instanceof Double number && !Double.isFinite(number)) {
      throw place.refusal("must be a finite number but is " + number + ".", "give a finite one.");
    }
    if (of(value.getClass()).isEmpty()) {
      throw Records.unsupported(value.getClass());
    }
    return value;
  }

  /** The value of this type that is here. */
  Object read(JsonNode node, JsonPlace place) {
    if (!fits.test(node)) {
      throw place.mismatch(expected, node);
    }
    return value.apply(node);
  }

  private static boolean isInt(JsonNode node) {
    return node.isIntegralNumber() && node.canConvertToInt();
  }

  private static boolean isLong(JsonNode node) {
    return node.isIntegralNumber() && node.canConvertToLong();
  }

  private static boolean isFinite(JsonNode node) {
    return node.isNumber() && Double.isFinite(toDouble(node));
  }

  /** Unlike {@link JsonNode#doubleValue}, infinite for a whole number that is too large. */
  private static double toDouble(JsonNode node) {
    return node.numberValue().doubleValue();
  }
}
