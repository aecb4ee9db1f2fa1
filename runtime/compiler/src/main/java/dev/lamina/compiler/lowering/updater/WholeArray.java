package dev.lamina.compiler.lowering.updater;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** All numbers of an array, wherever they are, by ND4J's operations. */
record WholeArray(INDArray array) implements Numbers<WholeArray> {

  @Override
  public void load(long from, long until) {
    // They are worked on where they are.
  }

  @Override
  public void store() {
    // They are worked on where they are.
  }

  @Override
  public double smallest() {
    return isDouble() ? Double.MIN_NORMAL : Float.MIN_NORMAL;
  }

  @Override
  public double representable(double share) {
    return isDouble() ? share : Math.min((float) share, Math.nextDown(1f));
  }

  private boolean isDouble() {
    return array.dataType() == DataType.DOUBLE;
  }

  @Override
  public void copy(WholeArray x) {
    array.assign(x.array);
  }

  @Override
  public void blend(double kept, double taken, WholeArray x) {
    array.muli(kept).addi(x.array.mul(taken));
  }

  @Override
  public void blendSquares(double kept, double taken, WholeArray x) {
    array.muli(kept).addi(x.array.mul(x.array).muli(taken));
  }

  @Override
  public void keepLargest(double kept, WholeArray x) {
    array.muli(kept);
    array.assign(Transforms.max(array, Transforms.abs(x.array, true), true));
  }

  @Override
  public void add(double number) {
    array.addi(number);
  }

  @Override
  public void scale(double factor) {
    array.muli(factor);
  }

  @Override
  public void divide(double factor, WholeArray x, WholeArray divisor, double added) {
    array.assign(x.array.mul(factor).divi(divisor.array.add(nonZero(added))));
  }

  @Override
  public void divideByRoot(double factor, WholeArray x, WholeArray squares, double added) {
    INDArray divisor = Transforms.sqrt(squares.array, true).addi(nonZero(added));
    array.assign(x.array.mul(factor).divi(divisor));
  }

  @Override
  public void divideByRootOfSum(double factor, WholeArray x, WholeArray squares, double added) {
    array.assign(x.array.mul(factor).divi(rootOfSum(squares, added)));
  }

  @Override
  public void multiplyByRootOfSum(WholeArray squares, double added) {
    array.muli(rootOfSum(squares, added));
  }

  private INDArray rootOfSum(WholeArray squares, double added) {
    return Transforms.sqrt(squares.array.add(nonZero(added)), false);
  }

  private double nonZero(double added) {
    return Math.max(added, smallest());
  }

  @Override
  public void variance(WholeArray squares, WholeArray means) {
    array.assign(squares.array.sub(means.array.mul(means.array)));
    array.assign(Transforms.max(array, 0, true));
  }

  @Override
  public void sign(double factor, WholeArray x) {
    array.assign(Transforms.sign(x.array, true)).muli(factor);
  }
}
