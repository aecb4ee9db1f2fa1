package dev.lamina.training.json;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words that tell the members of a sealed family apart: {@code batchNorm} for {@code
 * BatchNorm}.
 *
 * <p>They come from the {@code permits} clauses, so a new member needs nothing here.
 */
final class Kinds {

  /** The property that holds the word. */
  static final String PROPERTY = "is";

  /** The property that holds the constant where the member is an enum. */
  static final String CONSTANT = "value";

  private Kinds() {}

  /** Whether the type is a sealed family or a member of one, so that its values need a word. */
  static boolean tellApart(Class<?> type) {
    boolean family = type.isInterface() && type.isSealed();
    return family || Arrays.stream(type.getInterfaces()).anyMatch(Kinds::tellApart);
  }

  /** The word of a member: its simple name in lower camel case. */
  static String wordOf(Class<?> member) {
    String name = member.getSimpleName();
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  /** The members of a family by their words, families within it included; a member is its own. */
  static Map<String, Class<?>> membersOf(Class<?> family) {
    return members(family)
        .distinct()
        .collect(
            Collectors.toMap(Kinds::wordOf, member -> member, Kinds::clash, LinkedHashMap::new));
  }

  private static Stream<Class<?>> members(Class<?> type) {
    return type.isInterface() && type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Kinds::members)
        : Stream.of(type);
  }

  private static Class<?> clash(Class<?> one, Class<?> other) {
    throw new IllegalStateException(one + " and " + other + " share a word; rename one of them.");
  }
}
