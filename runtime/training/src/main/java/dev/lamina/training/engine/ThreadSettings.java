package dev.lamina.training.engine;

/** How many threads native code takes. */
interface ThreadSettings {

  /** How many share a product of matrices, in the whole process. */
  int products();

  /** Sets how many share a product of matrices; none may be computed meanwhile. Takes 0.2 ms. */
  void products(int threads);

  /** How many share other work that the calling thread asks for. */
  int elementwise();

  /** Sets how many share other work that the calling thread asks for. */
  void elementwise(int threads);

  /** How many parts other work is cut into at most, in the whole process. */
  int parts();

  /** Sets how many parts other work is cut into at most, in the whole process. */
  void parts(int most);
}
