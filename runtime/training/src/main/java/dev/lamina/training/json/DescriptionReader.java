package dev.lamina.training.json;

import dev.lamina.dsl.problem.NearNames;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Makes descriptions of JSON values, of no other types than the description's own names. */
final class DescriptionReader {

  private DescriptionReader() {}

  /** The value of this type that is here. */
  static Object read(JsonNode node, Type type, JsonPlace place) {
    if (type == OptionalInt.class) {
      return optional(node, int.class, place)
          .map(value -> OptionalInt.of((int) value))
          .orElseGet(OptionalInt::empty);
    }
    if (type == OptionalDouble.class) {
      return optional(node, double.class, place)
          .map(value -> OptionalDouble.of((double) value))
          .orElseGet(OptionalDouble::empty);
    }
    if (type == double[].class) {
      List<Object> numbers = list(node, double.class, place);
      return numbers.stream().mapToDouble(number -> (double) number).toArray();
    }
    if (type instanceof Class<?> plain) {
      return single(node, plain, place);
    }
    if (type instanceof ParameterizedType generic) {
      Type content = generic.getActualTypeArguments()[0];
      if (generic.getRawType() == Optional.class) {
        return optional(node, content, place);
      }
      if (generic.getRawType() == List.class) {
        return list(node, content, place);
      }
    }
    throw Records.unsupported(type);
  }

  private static Optional<Object> optional(JsonNode node, Type content, JsonPlace place) {
    boolean absent = node.isMissingNode() || node.isNull();
    return absent ? Optional.empty() : Optional.of(read(node, content, place));
  }

  private static List<Object> list(JsonNode node, Type content, JsonPlace place) {
    if (node.isMissingNode()) {
      return List.of(); // an option that came after the description was written
    }
    if (!node.isArray()) {
      throw place.mismatch("an array", node);
    }
    List<Object> items = new ArrayList<>();
    for (JsonNode item : node) {
      items.add(read(item, content, place.item(items.size())));
    }
    return List.copyOf(items);
  }

  private static Object single(JsonNode node, Class<?> type, JsonPlace place) {
    Optional<Scalar> scalar = Scalar.of(type);
    if (scalar.isPresent()) {
      return scalar.get().read(node, place);
    }
    if (Kinds.tellApart(type)) {
      return member(node, type, place);
    }
    return type.isEnum() ? constant(node, type, place) : description(node, type, List.of(), place);
  }

  private static Object member(JsonNode node, Class<?> family, JsonPlace place) {
    if (!node.isObject()) {
      throw place.mismatch("an object", node);
    }
    Map<String, Class<?>> members = Kinds.membersOf(family);
    String owner = "a kind of `" + family.getSimpleName() + "`";
    Class<?> type =
        named(node.path(Kinds.PROPERTY), members, owner, place.property(Kinds.PROPERTY));
    if (!type.isEnum()) {
      return description(node, type, List.of(Kinds.PROPERTY), place);
    }
    checkNames(node, List.of(Kinds.PROPERTY, Kinds.CONSTANT), place);
    return constant(node.path(Kinds.CONSTANT), type, place.property(Kinds.CONSTANT));
  }

  private static Object constant(JsonNode node, Class<?> type, JsonPlace place) {
    Map<String, Object> constants = new LinkedHashMap<>();
    for (Object constant : type.getEnumConstants()) {
      constants.put(((Enum<?>) constant).name(), constant);
    }
    return named(node, constants, "a `" + type.getSimpleName() + "`", place);
  }

  private static <T> T named(JsonNode node, Map<String, T> known, String owner, JsonPlace place) {
    String given = node.isString() ? node.stringValue() : "";
    if (!known.containsKey(given)) {
      String advice = NearNames.advice(given, known.keySet());
      throw place.mismatch("the name of " + owner, node, "use another name: " + advice);
    }
    return known.get(given);
  }

  private static Object description(
      JsonNode node, Class<?> type, List<String> before, JsonPlace place) {
    if (!node.isObject()) {
      throw place.mismatch("an object", node);
    }
    List<RecordComponent> components = Records.components(type);
    Stream<String> names = components.stream().map(RecordComponent::getName);
    checkNames(node, Stream.concat(before.stream(), names).toList(), place);
    List<Object> values = new ArrayList<>();
    // A loop, as for lists: streams would use up the stack where descriptions are deep.
    for (RecordComponent component : components) {
      String name = component.getName();
      Optional<Object> absent = node.has(name) ? Optional.empty() : Defaults.of(component, values);
      values.add(
          absent.isPresent()
              ? absent.get()
              : read(node.path(name), component.getGenericType(), place.property(name)));
    }
    return Records.make(type, values, place);
  }

  private static void checkNames(JsonNode node, List<String> known, JsonPlace place) {
    for (String name : node.propertyNames()) {
      if (!known.contains(name)) {
        String finding = "has the unknown property " + JsonPlace.quoted(name) + ".";
        String advice = NearNames.advice(name, known);
        throw place.refusal(finding, "remove it, or use another name: " + advice);
      }
    }
  }
}
