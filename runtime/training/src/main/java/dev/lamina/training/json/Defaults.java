package dev.lamina.training.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What components of a record are where nobody gave them, so that texts can be read that are older
 * than a component.
 *
 * <p>Records whose components are not all required have a constructor of those that are, which come
 * first: {@code new Dense(64)}. Optional components are left out of texts where they are empty, and
 * so have no other default here.
 */
final class Defaults {

  private static final Set<Class<?>> OPTIONAL =
      Set.of(Optional.class, OptionalInt.class, OptionalDouble.class);

  private Defaults() {}

  /**
   * The value of a component; none where it is required, or optional.
   *
   * @param before the values of the components before it
   */
  static Optional<Object> of(RecordComponent component, List<Object> before) {
    if (OPTIONAL.contains(component.getType())) {
      return Optional.empty();
    }
    Class<?> type = component.getDeclaringRecord();
    return shorter(type)
        .filter(constructor -> constructor.getParameterCount() <= before.size())
        .map(constructor -> before.subList(0, constructor.getParameterCount()))
        .map(required -> Records.make(type, required, JsonPlace.ROOT))
        .map(made -> Records.valueOf(component, (Record) made));
  }

  /** The constructor of the first components, and not of all. */
  private static Optional<Constructor<?>> shorter(Class<?> type) {
    Class<?>[] all = Records.types(type);
    for (Constructor<?> each : type.getDeclaredConstructors()) {
      int count = each.getParameterCount();
      if (count < all.length
          && Arrays.equals(each.getParameterTypes(), Arrays.copyOf(all, count))) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
