package dev.lamina.dsl.search;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import java.util.OptionalLong;

/**
 * Yes or no.
 *
 * @param name its name
 */
public record FlagParam(String name) implements Param<Boolean> {

  private static final Cells CELLS = new Cells(2);

  /** Checks the name. */
  public FlagParam {
    Requirement.of("flag", name).required(name);
  }

  @Override
  public Boolean at(double place) {
    return CELLS.index(place) == 1;
  }

  @Override
  public double place(Boolean value) {
    return CELLS.place(value ? 1 : 0);
  }

  @Override
  public boolean has(Boolean value) {
    return value != null;
  }

  @Override
  public OptionalLong count() {
    return OptionalLong.of(CELLS.count());
  }

  @Override
  public Boolean nth(long index) {
    return index == 1;
  }

  @Override
  public boolean isOrdered() {
    return false;
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.flag(this);
  }

  @Override
  public String toString() {
    return Code.call("flag", name).toString();
  }
}
