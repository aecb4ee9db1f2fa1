package dev.lamina.dsl.search;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.code.OwnText;
import dev.lamina.dsl.problem.Requirement;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * One of several things, such as activations, without an order.
 *
 * <p>Tables, pages and files have them as they print, arrays with their elements. What prints no
 * more than its address, as lambdas do, is {@code option 0}, {@code option 1} and so on by its
 * place among the options, which must stay while a study is gone on with.
 *
 * @param name its name
 * @param options what may be chosen, at least one, each once and printed differently
 * @param <T> the type of what is chosen
 */
public record ChoiceParam<T>(String name, List<T> options) implements Param<T> {

  /** Checks the options and copies the list. */
  public ChoiceParam {
    Requirement requirement = Requirement.of("choice", name, options);
    requirement
        .required(name)
        .present("options", options)
        .allPresent("option", options)
        .that(!options.isEmpty(), "options", "at least one", options, "give what may be chosen");
    List<String> printed = texts(options);
    requirement.that(
        new HashSet<>(printed).size() == printed.size(),
        "options",
        "things that print differently",
        printed,
        "give each option once");
    options = List.copyOf(options);
  }

  @Override
  public T at(double place) {
    return options.get((int) cells().index(place));
  }

  @Override
  public double place(T value) {
    return cells().place(options.indexOf(value));
  }

  @Override
  public boolean has(T value) {
    return options.contains(value);
  }

  @Override
  public String text(T value) {
    return text(value, options.indexOf(value));
  }

  @Override
  public OptionalLong count() {
    return OptionalLong.of(options.size());
  }

  @Override
  public T nth(long index) {
    return options.get((int) index);
  }

  @Override
  public boolean isOrdered() {
    return false;
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.choice(this);
  }

  @Override
  public String toString() {
    List<Object> literals = options.stream().map(each -> TypedLiteral.of(this, each)).toList();
    return Code.call("choice", name, literals).toString();
  }

  private static List<String> texts(List<?> options) {
    return IntStream.range(0, options.size()).mapToObj(at -> text(options.get(at), at)).toList();
  }

  private static String text(Object option, int index) {
    return OwnText.of(option).orElse("option " + index);
  }

  private Cells cells() {
    return new Cells(options.size());
  }
}
