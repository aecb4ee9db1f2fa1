package dev.lamina.dsl;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.layer.Activated;
import dev.lamina.dsl.layer.Dense;
import dev.lamina.dsl.layer.VarianceScaling;
import dev.lamina.dsl.network.Input;
import dev.lamina.dsl.shape.Shape;
import dev.lamina.dsl.training.Clipping;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reminds whoever adds a word that {@link EveryWord} needs a line for it. */
class EveryWordTest {

  /** Words that are printed as a shorter one, with the reason. */
  private static final Set<String> PRINTED_OTHERWISE =
      Set.of(
          "FLOAT32", // not at all: it is the default
          "silu", // as `swish()`, which it is
          "constraint", // as its word: `.maxNorm(3)`
          "activation", // as the word of the function: `relu()`, `.relu()`
          "where", // as the names of their arguments: functions have no text
          "trying",
          "optimizer", // as the argument of the factory: `training(loss, adam())`
          "learningRate"); // as the argument of the factory: `adam(0.05)`

  /**
   * Users write `input(...)` for shapes, and options of the plan, `.clipNorm(1)`, for clippings.
   */
  private static final Set<Class<?>> NOT_WRITTEN_BY_USERS = Set.of(Shape.class, Clipping.class);

  static Stream<Class<?>> closedTypes() {
    return ModuleClasses.closedTypes().stream()
        .filter(type -> !NOT_WRITTEN_BY_USERS.contains(type));
  }

  static Stream<Class<?>> describedTypes() {
    return EveryWord.descriptions().<Class<?>>map(Object::getClass).distinct();
  }

  static Stream<Method> factories() {
    return ModuleClasses.entryClasses().stream()
        .flatMap(words -> Arrays.stream(words.getDeclaredMethods()))
        .filter(method -> isPublic(method.getModifiers()))
        .filter(method -> !PRINTED_OTHERWISE.contains(method.getName()));
  }

  static Stream<Field> constants() {
    return ModuleClasses.entryClasses().stream()
        .flatMap(words -> Arrays.stream(words.getDeclaredFields()))
        .filter(field -> isPublic(field.getModifiers()))
        .filter(constant -> !PRINTED_OTHERWISE.contains(constant.getName()));
  }

  @ParameterizedTest
  @MethodSource("closedTypes")
  void everyMemberOfAClosedTypeIsDescribed(Class<?> closed) {
    Set<Class<?>> described = describedTypes().collect(toSet());

    List<Class<?>> members = members(closed).toList();

    assertThat(described).containsAll(members);
  }

  @Test
  void everyConstantOfAnEnumIsDescribed() {
    List<Object> descriptions = EveryWord.descriptions().toList();

    List<Object> constants =
        closedTypes()
            .flatMap(EveryWordTest::members)
            .filter(Class::isEnum)
            .<Object>flatMap(type -> Arrays.stream(type.getEnumConstants()))
            .toList();

    assertThat(constants).contains(VarianceScaling.HE_NORMAL);
    assertThat(descriptions).containsAll(constants);
  }

  @ParameterizedTest
  @MethodSource("factories")
  void everyFactoryIsPrinted(Method factory) {
    String printed = printed(EveryWord.descriptions());

    Pattern call = Pattern.compile("(?<![.\\w])" + factory.getName() + arguments(factory));

    assertThat(printed).containsPattern(call);
  }

  @ParameterizedTest
  @MethodSource("constants")
  void everyConstantIsPrinted(Field constant) {
    String printed = printed(EveryWord.descriptions());

    Pattern name = Pattern.compile("\\b" + constant.getName() + "\\b");

    assertThat(printed).containsPattern(name);
  }

  @ParameterizedTest
  @MethodSource("describedTypes")
  void everyOptionIsPrinted(Class<?> type) {
    String printed = printed(EveryWord.descriptions().filter(type::isInstance));

    List<Method> options =
        Arrays.stream(type.getDeclaredMethods())
            .filter(method -> method.getReturnType() == type && !method.isBridge())
            .filter(method -> isPublic(method.getModifiers()))
            .filter(method -> !Modifier.isStatic(method.getModifiers()))
            .filter(method -> !PRINTED_OTHERWISE.contains(method.getName()))
            .toList();

    assertThat(options).allSatisfy(option -> assertPrinted(printed, option));
  }

  @Test
  void everyActivationIsPrintedAsAnOption() {
    String printed = printed(EveryWord.descriptions().filter(Dense.class::isInstance));

    List<Method> options =
        Arrays.stream(Activated.class.getDeclaredMethods())
            .filter(method -> !PRINTED_OTHERWISE.contains(method.getName()))
            .filter(method -> !method.getName().equals("linear")) // the default
            .toList();

    assertThat(options).isNotEmpty().allSatisfy(option -> assertPrinted(printed, option));
  }

  @Test
  void theReminderFindsTheWords() {
    assertThat(closedTypes()).hasSizeGreaterThanOrEqualTo(9);
    assertThat(describedTypes()).contains(Dense.class, Input.class);
    assertThat(factories()).hasSizeGreaterThanOrEqualTo(40);
    assertThat(constants()).hasSizeGreaterThanOrEqualTo(8);
  }

  private static Stream<Class<?>> members(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EveryWordTest::members)
        : Stream.of(type);
  }

  private static void assertPrinted(String printed, Method option) {
    assertThat(printed).containsPattern("\\." + option.getName() + arguments(option));
  }

  private static String arguments(Method method) {
    return method.getParameterCount() == 0 ? "\\(\\)" : "\\([^)]";
  }

  private static String printed(Stream<?> descriptions) {
    return descriptions.map(Object::toString).collect(joining("\n"));
  }

  private static boolean isPublic(int modifiers) {
    return Modifier.isPublic(modifiers);
  }
}
