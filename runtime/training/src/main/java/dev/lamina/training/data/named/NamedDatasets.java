package dev.lamina.training.data.named;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.training.data.Dataset;
import java.nio.file.Path;

/**
 * Data sets that everybody knows.
 *
 * <p>{@link #iris} and {@link #digits} are shipped. The others are read from a folder, and fetched
 * from where they are published only if {@link PublishedImages#download} is called.
 */
public final class NamedDatasets {

  private NamedDatasets() {}

  /**
   * 150 flowers of three species, 50 each, in the order setosa, versicolor, virginica: length and
   * width of sepal, then of petal, in centimetres, and the index of the species (R. A. Fisher, The
   * Use of Multiple Measurements in Taxonomic Problems, 1936).
   */
  public static Dataset iris() {
    return ShippedTable.read("iris.csv", 1, 1).labels("setosa", "versicolor", "virginica");
  }

  /**
   * 1,797 handwritten digits of 8 x 8 pixels: 64 levels from 0 (white) to 1 (black), row by row,
   * and the digit; the last 360 are by other writers (E. Alpaydin and C. Kaynak, Optical
   * Recognition of Handwritten Digits, test part, 1998).
   */
  public static Dataset digits() {
    return ShippedTable.read("digits.csv.gz", 0, 16)
        .labels(Publication.DIGITS.toArray(String[]::new));
  }

  /**
   * 60,000 handwritten digits to learn from and 10,000 to test, of 28 x 28 pixels: 784 levels from
   * 0 (black) to 1 (white), row by row, and the digit (Y. LeCun, C. Cortes and C. Burges, 1998).
   *
   * @param folder where the four files lie, or shall lie
   */
  public static PublishedImages mnist(Path folder) {
    return images(folder, "mnist", Publication.MNIST);
  }

  /**
   * 60,000 pieces of clothing to learn from and 10,000 to test, of ten kinds, laid out as {@link
   * #mnist} (H. Xiao, K. Rasul and R. Vollgraf, arXiv:1708.07747, 2017).
   *
   * @param folder where the four files lie, or shall lie
   */
  public static PublishedImages fashionMnist(Path folder) {
    return images(folder, "fashionMnist", Publication.FASHION_MNIST);
  }

  private static PublishedImages images(Path folder, String name, Publication publication) {
    new Requirement(new Code(name + "(folder)")).present("folder", folder);
    return new PublishedImages(folder, publication);
  }
}
