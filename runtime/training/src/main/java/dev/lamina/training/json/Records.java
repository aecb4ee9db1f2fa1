package dev.lamina.training.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;

/** Takes records apart and makes them again, by their constructors. */
final class Records {

  private Records() {}

  /** The components of this type of record, in order. */
  static List<RecordComponent> components(Class<?> type) {
    if (!type.isRecord()) {
      throw unsupported(type);
    }
    return List.of(type.getRecordComponents());
  }

  /** The value of one component. */
  static Object valueOf(RecordComponent component, Record owner) {
    try {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true); // the record may be internal to another package
      return accessor.invoke(owner);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot read " + component + " of " + owner + ".", e);
    }
  }

  /** The types of the components of this type of record, in order. */
  static Class<?>[] types(Class<?> type) {
    return components(type).stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
  }

  /**
   * The record of these values, which are those of its first components where it has a constructor
   * of these.
   *
   * @throws IllegalArgumentException caused by what its constructor threw
   */
  static Object make(Class<?> type, List<Object> values, JsonPlace place) {
    Class<?>[] types = Arrays.copyOf(types(type), values.size());
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values.toArray());
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw place.rejection(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot make a " + type + ".", e);
    }
  }

  /** What to throw where a type that no description is made of came. */
  static IllegalArgumentException unsupported(Type type) {
    return new IllegalArgumentException(
        "`"
            + type.getTypeName()
            + "` has no JSON form: descriptions are records of records, enums, "
            + "members of sealed interfaces, lists, optionals, texts, numbers and truth values.");
  }
}
