package dev.lamina.training.data;

/** A data set that shows another one: what it does not override is as it is there. */
interface DatasetView extends Dataset {

  /** The data set that it shows. */
  Dataset all();

  @Override
  default int size() {
    return all().size();
  }

  @Override
  default int featureWidth() {
    return all().featureWidth();
  }

  @Override
  default int targetWidth() {
    return all().targetWidth();
  }

  @Override
  default void copyFeatures(int row, double[] into, int at) {
    all().copyFeatures(row, into, at);
  }

  @Override
  default void copyTargets(int row, double[] into, int at) {
    all().copyTargets(row, into, at);
  }

  @Override
  default boolean isWeighted() {
    return all().isWeighted();
  }

  @Override
  default double weight(int row) {
    return all().weight(row);
  }

  @Override
  default Preprocessing preprocessing() {
    return all().preprocessing();
  }
}
