package dev.lamina.compiler.lowering.step;

import dev.lamina.compiler.lowering.ScoreLowering;
import dev.lamina.compiler.lowering.call.HostArray;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** A head that is computed by the functions that DL4J's own step calls. */
final class Dl4jHead implements Head {

  private final ScoreLowering score;
  private final INDArray logits;
  private final INDArray slope;
  private final HostArray targets;
  private final HostArray given;
  private final double[] outputs;
  private double loss;
  private boolean finite;
  private int compared;
  private double[] weights = {};

  Dl4jHead(ScoreLowering score, INDArray logits, INDArray slope, INDArray targets, INDArray given) {
    this.score = score;
    this.logits = logits;
    this.slope = slope;
    this.targets = HostArray.of(targets);
    this.given = HostArray.of(given);
    this.outputs = new double[Math.toIntExact(logits.length())];
  }

  @Override
  public void predict(int rows) {
    new Temporary(() -> first(given.array(), rows).assign(score.outputs(first(logits, rows))))
        .run();
    given.read(outputs);
  }

  @Override
  public void compare(double[] wanted, double[] counted, int rows) {
    targets.write(wanted);
    weights = counted;
    compared = rows;
    new Temporary(() -> compareFirst(rows)).run();
    predict(rows);
  }

  @Override
  public void differentiate() {
    new Temporary(this::slopeOfFirst).run();
  }

  private void slopeOfFirst() {
    INDArray wanted = first(targets.array(), compared);
    INDArray ofSamples = score.slope(wanted, first(logits, compared));
    if (weights.length > 0) {
      ofSamples.muliColumnVector(column());
    }
    first(slope, compared).assign(ofSamples).divi(compared);
  }

  private void compareFirst(int rows) {
    INDArray wanted = first(targets.array(), rows);
    INDArray came = first(logits, rows);
    finite = isFinite(came);
    loss = weights.length > 0 ? score.loss(wanted, came, column()) : score.loss(wanted, came);
  }

  private INDArray column() {
    long[] shape = {weights.length, 1};
    return Nd4j.create(weights, shape, new long[] {1, 1}, 'c', logits.dataType());
  }

  private static INDArray first(INDArray array, int rows) {
    return array.get(NDArrayIndex.interval(0, rows), NDArrayIndex.all());
  }

  private static boolean isFinite(INDArray array) {
    return Arrays.stream(array.dup('c').data().asDouble()).allMatch(Double::isFinite);
  }

  @Override
  public double loss() {
    return loss;
  }

  @Override
  public double[] outputs() {
    return outputs;
  }

  @Override
  public boolean isFinite() {
    return finite;
  }

  @Override
  public INDArray slope() {
    return slope;
  }
}
