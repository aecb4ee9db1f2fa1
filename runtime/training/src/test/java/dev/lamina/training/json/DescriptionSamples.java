package dev.lamina.training.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Values of every member of a sealed family, made from the types alone, so that a new member is
 * tested without an edit.
 *
 * @param full whether optionals hold a value, and lists an item
 */
record DescriptionSamples(boolean full) {

  /** Numbers that must be larger than others. */
  private static final Set<String> ABOVE_ONE = Set.of("cycleFactor");

  /** One value of each record of the family, and each constant of its enums. */
  Stream<Object> membersOf(Class<?> family) {
    // Before the next: an enum is sealed too if its constants have bodies.
    if (family.isEnum()) {
      return Arrays.stream(family.getEnumConstants());
    }
    return family.isSealed()
        ? Arrays.stream(family.getPermittedSubclasses()).flatMap(this::membersOf)
        : Stream.of(valueOf(family));
  }

  private Object valueOf(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type content = generic.getActualTypeArguments()[0];
      List<Object> values = full ? List.of(valueOf(content)) : List.of();
      return generic.getRawType() == List.class ? values : values.stream().findFirst();
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isEnum()) {
      return plain.getEnumConstants()[0];
    }
    if (plain.isSealed()) {
      return valueOf(plain.getPermittedSubclasses()[0]);
    }
    return plain.isRecord() ? description(plain) : single(plain);
  }

  private Object description(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] values =
        Arrays.stream(components)
            .map(part -> ABOVE_ONE.contains(part.getName()) ? 2.5 : valueOf(part.getGenericType()))
            .toArray();
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("No sample of " + type + " could be made.", e);
    }
  }

  private Object single(Class<?> type) {
    return Map.of(
            String.class,
            "a name",
            boolean.class,
            true,
            int.class,
            7,
            long.class,
            Long.MIN_VALUE,
            double.class,
            0.1,
            OptionalInt.class,
            full ? OptionalInt.of(7) : OptionalInt.empty(),
            OptionalDouble.class,
            full ? OptionalDouble.of(0.1) : OptionalDouble.empty())
        .get(type);
  }
}
