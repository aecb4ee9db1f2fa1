package dev.lamina.search.arbiter;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.deeplearning4j.arbiter.optimize.api.data.DataProvider;
import org.deeplearning4j.arbiter.optimize.api.data.DataSource;
import org.deeplearning4j.arbiter.optimize.api.score.ScoreFunction;

/** Says that less is better, which is all that a generator asks of a score. */
final class LossScore implements ScoreFunction {

  private static final long serialVersionUID = 1;

  @Override
  @Deprecated
  public double score(Object model, DataProvider data, Map<String, Object> dataParameters) {
    throw new UnsupportedOperationException("The search measures its trials");
  }

  @Override
  public double score(
      Object model, Class<? extends DataSource> dataSource, Properties dataSourceProperties) {
    throw new UnsupportedOperationException("The search measures its trials");
  }

  @Override
  public boolean minimize() {
    return true;
  }

  @Override
  public List<Class<?>> getSupportedModelTypes() {
    return List.of();
  }

  @Override
  public List<Class<?>> getSupportedDataTypes() {
    return List.of();
  }
}
