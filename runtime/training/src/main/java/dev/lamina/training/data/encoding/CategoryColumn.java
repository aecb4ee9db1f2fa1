package dev.lamina.training.data.encoding;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import java.util.List;

/**
 * A column of categories: one feature a category, 1 for that of the cell and 0 for the others.
 *
 * <p>A missing cell, and a category that is not in the list, gives zeros only, unless such cells
 * are refused.
 *
 * @param column the name of the column
 * @param categories the categories
 * @param refusesOthers whether cells without one of the categories are refused
 */
public record CategoryColumn(String column, List<String> categories, boolean refusesOthers)
    implements ColumnEncoding {

  /** Checks and copies. */
  public CategoryColumn {
    new Requirement(new Code("new CategoryColumn(column, categories, refusesOthers)"))
        .present("column", column)
        .present("categories", categories)
        .allPresent("category", categories);
    categories = List.copyOf(categories);
  }

  @Override
  public List<String> features() {
    return categories.stream().map(category -> column + "=" + category).toList();
  }

  @Override
  public int width() {
    return categories.size();
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.category(this);
  }
}
