package dev.lamina.training.data.encoding;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A column of numbers: one feature, as it is.
 *
 * @param column the name of the column
 * @param missing what stands for a missing cell; missing cells are refused where it is empty
 */
public record NumberColumn(String column, OptionalDouble missing) implements ColumnEncoding {

  /** Checks name and number. */
  public NumberColumn {
    Requirement call =
        new Requirement(new Code("new NumberColumn(column, missing)"))
            .present("column", column)
            .present("missing", missing);
    missing.ifPresent(
        value -> call.finite("missing", value, "give what a missing cell stands for"));
  }

  @Override
  public List<String> features() {
    return List.of(column);
  }

  @Override
  public int width() {
    return 1;
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.number(this);
  }
}
