package dev.lamina.compiler.lowering.constraint;

import java.util.Set;
import java.util.TreeSet;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.layers.LayerConstraint;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A constraint on the weights of a layer, of shape {@code [inputs, units]}. */
public abstract class WeightConstraint implements LayerConstraint {

  private static final long serialVersionUID = 1L;

  private TreeSet<String> params = new TreeSet<>(Set.of(DefaultParamInitializer.WEIGHT_KEY));

  /** Changes weights that do not obey, in place. */
  abstract void enforce(INDArray weights);

  @Override
  public void applyConstraint(Layer layer, int iteration, int epoch) {
    MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces();
    try {
      params.forEach(name -> enforce(layer.getParam(name)));
    } finally {
      outside.close();
    }
  }

  @Override
  public void setParams(Set<String> params) {
    this.params = new TreeSet<>(params);
  }

  @Override
  public Set<String> getParams() {
    return params;
  }

  @Override
  public WeightConstraint clone() {
    try {
      WeightConstraint copy = (WeightConstraint) super.clone();
      copy.setParams(params);
      return copy;
    } catch (CloneNotSupportedException impossible) {
      throw new IllegalStateException("A constraint can be cloned", impossible);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WeightConstraint that
        && getClass() == that.getClass()
        && params.equals(that.params);
  }

  @Override
  public int hashCode() {
    return 31 * getClass().getName().hashCode() + params.hashCode();
  }
}
