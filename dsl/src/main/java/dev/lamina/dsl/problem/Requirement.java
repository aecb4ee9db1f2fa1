package dev.lamina.dsl.problem;

import dev.lamina.dsl.code.Code;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the constructor of a description demands of its arguments.
 *
 * <p>A requirement that does not hold throws {@link InvalidDescriptionException} with the call as
 * the user wrote it, the argument's name and value, and the remedy.
 *
 * <p>Nearly all of them hold, and a search makes thousands of descriptions: what a message says is
 * put into words where there is one only.
 *
 * @param words gives the call as code, such as {@code dropout(1.5)}
 */
public record Requirement(Supplier<Code> words) {

  /** Requirements on the arguments of the call with this code. */
  public Requirement(Code call) {
    this(() -> call);
  }

  /** Requirements on the arguments of this call. */
  public static Requirement of(String name, Object... arguments) {
    return new Requirement(() -> Code.call(name, arguments));
  }

  /**
   * The name that a user gives with {@code named}.
   *
   * @throws InvalidDescriptionException where it is not there
   */
  public static Optional<String> name(String given) {
    of("named", given).present("name", given);
    return Optional.of(given);
  }

  /** The call as code. */
  public Code call() {
    return words.get();
  }

  /** Demands a value that is there. */
  public Requirement present(String argument, Object value) {
    return that(value != null, argument, "a value", value, "pass a value: null stands for nothing");
  }

  /** Demands a list without gaps. */
  public Requirement allPresent(String argument, List<?> values) {
    values.forEach(value -> present(argument, value));
    return this;
  }

  /** Demands a whole number of at least {@code least}. */
  public Requirement atLeast(int least, String argument, int value, String fix) {
    return that(value >= least, argument, "a whole number of at least " + least, value, fix);
  }

  /** Demands a finite number in [0, 1). */
  public Requirement share(String argument, double value, String fix) {
    return that(value >= 0 && value < 1, argument, "a number in [0, 1)", value, fix);
  }

  /** Demands a finite number of at least 0. */
  public Requirement notNegative(String argument, double value, String fix) {
    boolean holds = value >= 0 && Double.isFinite(value);
    return that(holds, argument, "a finite number of at least 0", value, fix);
  }

  /** Demands a finite number above 0. */
  public Requirement positive(String argument, double value, String fix) {
    boolean holds = value > 0 && Double.isFinite(value);
    return that(holds, argument, "a finite number above 0", value, fix);
  }

  /** Demands a finite number. */
  public Requirement finite(String argument, double value, String fix) {
    return that(Double.isFinite(value), argument, "a finite number", value, fix);
  }

  /** Demands that a name, where there is one, can be printed and used as part of a path. */
  public Requirement readable(Optional<String> name) {
    name.ifPresent(this::readable);
    return this;
  }

  /** Demands a name that is there, and can be printed and used as part of a path. */
  public Requirement required(String name) {
    return present("name", name).readable(Optional.of(name));
  }

  private void readable(String name) {
    String fix = "choose a name such as `hidden_1`";
    boolean plain = name.chars().noneMatch(c -> c == '/' || Character.isISOControl(c));
    that(plain, "name", "text without `/` and control characters", name, fix)
        .that(!name.isBlank(), "name", "text that is not blank", name, fix);
  }

  /** Demands that {@code holds}; otherwise the sentence says what was expected and what came. */
  public Requirement that(
      boolean holds, String argument, String expected, Object came, String fix) {
    return that(holds, argument, expected, came, () -> fix);
  }

  /** The same with a remedy that takes long to find. */
  public Requirement that(
      boolean holds, String argument, String expected, Object came, Supplier<String> fix) {
    if (!holds) {
      String finding = "must be " + expected + " but is " + Code.literal(came) + ".";
      String remedy = fix.get();
      Problem problem =
          new Problem("`" + argument + "`", finding, remedy.endsWith(".") ? remedy : remedy + ".");
      throw new InvalidDescriptionException("`" + call() + "`", List.of(problem));
    }
    return this;
  }
}
