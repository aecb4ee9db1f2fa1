package dev.lamina.training.engine;

import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * The settings of ND4J's backend, which must be loaded.
 *
 * <p>OpenMP keeps its number of threads for each calling thread, ND4J its number of parts and
 * OpenBLAS its number of threads for the process.
 */
record NativeSettings() implements ThreadSettings {

  @Override
  public int products() {
    return Nd4j.factory().blas().getMaxThreads();
  }

  @Override
  public void products(int threads) {
    Nd4j.factory().blas().setMaxThreads(threads);
  }

  @Override
  public int elementwise() {
    return operations().ompGetMaxThreads();
  }

  @Override
  public void elementwise(int threads) {
    operations().setOmpNumThreads(threads);
  }

  @Override
  public int parts() {
    return Nd4j.getEnvironment().maxMasterThreads();
  }

  @Override
  public void parts(int most) {
    Nd4j.getEnvironment().setMaxMasterThreads(most);
  }

  private static NativeOps operations() {
    return NativeOpsHolder.getInstance().getDeviceNativeOps();
  }
}
