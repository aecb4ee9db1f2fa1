package dev.lamina.benchmark.djl;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lamina.benchmark.work.Samples;
import java.util.ArrayList;
import java.util.List;

/** A mini-batch in native memory. */
record DjlBatch(NDList features, NDList targets) {

  static DjlBatch of(NDManager manager, Samples samples) {
    Shape features = new Shape(samples.size(), samples.features()[0].length);
    Shape targets = new Shape(samples.size(), samples.outputs());
    return new DjlBatch(
        new NDList(manager.create(samples.flat(), features)),
        new NDList(manager.create(samples.flatTargets(), targets)));
  }

  /** All samples, in whole batches. */
  static List<DjlBatch> all(NDManager manager, Samples samples, int size) {
    List<DjlBatch> batches = new ArrayList<>();
    for (int from = 0; from < samples.size(); from += size) {
      batches.add(of(manager, samples.rows(from, from + size)));
    }
    return batches;
  }
}
