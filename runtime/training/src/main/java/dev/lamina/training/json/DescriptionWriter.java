package dev.lamina.training.json;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;

/** Turns descriptions into maps, lists, texts, numbers and truth values. */
final class DescriptionWriter {

  private DescriptionWriter() {}

  /** The plain form of a value; null, and then left out, where an optional is empty. */
  static Object plain(Object value, JsonPlace place) {
    if (value instanceof Record description) {
      return fields(description, place);
    }
    if (value instanceof List<?> items) {
      List<Object> plain = new ArrayList<>();
      for (Object item : items) {
        plain.add(plain(item, place.item(plain.size())));
      }
      return plain;
    }
    if (value instanceof double[] numbers) {
      return plain(DoubleStream.of(numbers).boxed().toList(), place);
    }
    if (value instanceof Enum<?> constant) {
      return constant(constant);
    }
    if (value instanceof Optional<?> optional) {
      return optional.map(content -> plain(content, place)).orElse(null);
    }
    if (value instanceof OptionalInt optional) {
      return optional.isPresent() ? optional.getAsInt() : null;
    }
    if (value instanceof OptionalDouble optional) {
      return optional.isPresent() ? plain(optional.getAsDouble(), place) : null;
    }
    return Scalar.written(value, place);
  }

  private static Map<String, Object> fields(Record description, JsonPlace place) {
    Class<?> type = description.getClass();
    Map<String, Object> fields = new LinkedHashMap<>();
    if (Kinds.tellApart(type)) {
      fields.put(Kinds.PROPERTY, Kinds.wordOf(type));
    }
    for (RecordComponent component : Records.components(type)) {
      String name = component.getName();
      Object plain = plain(Records.valueOf(component, description), place.property(name));
      if (plain != null) {
        fields.put(name, plain);
      }
    }
    return fields;
  }

  private static Object constant(Enum<?> constant) {
    Class<?> type = constant.getDeclaringClass();
    if (!Kinds.tellApart(type)) {
      return constant.name();
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(Kinds.PROPERTY, Kinds.wordOf(type));
    fields.put(Kinds.CONSTANT, constant.name());
    return fields;
  }
}
