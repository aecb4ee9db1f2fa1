package dev.lamina.compiler.lowering.step;

import dev.lamina.compiler.lowering.ScoreLowering;
import dev.lamina.compiler.lowering.call.HostArray;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
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
  public void compare(double[] wanted, int rows) {
    targets.write(wanted);
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
    first(slope, compared).assign(score.slope(wanted, first(logits, compared))).divi(compared);
  }

  private void compareFirst(int rows) {
    INDArray wanted = first(targets.array(), rows);
    INDArray came = first(logits, rows);
    finite = isFinite(came);
    loss = score.loss(wanted, came);
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
