package dev.lamina.training.data.named;

import java.util.List;

/**
 * Images and labels as they were published, in four files of the IDX format.
 *
 * @param title the name of the data
 * @param address where the files are, up to their names
 * @param training images and labels to learn from
 * @param test images and labels to test
 * @param labels the names of the classes
 */
record Publication(String title, String address, Pair training, Pair test, List<String> labels) {

  /** What digits are called. */
  static final List<String> DIGITS = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

  /** The checksums are of the files that these addresses have served for years. */
  static final Publication MNIST =
      new Publication(
          "MNIST",
          "https://storage.googleapis.com/cvdf-datasets/mnist/",
          new Pair(
              new PublishedFile(
                  "train-images-idx3-ubyte.gz",
                  9_912_422,
                  "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
                  "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
              new PublishedFile(
                  "train-labels-idx1-ubyte.gz",
                  28_881,
                  "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
                  "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5")),
          new Pair(
              new PublishedFile(
                  "t10k-images-idx3-ubyte.gz",
                  1_648_877,
                  "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
                  "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
              new PublishedFile(
                  "t10k-labels-idx1-ubyte.gz",
                  4_542,
                  "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6",
                  "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2")),
          DIGITS);

  static final Publication FASHION_MNIST =
      new Publication(
          "Fashion-MNIST",
          "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/",
          new Pair(
              new PublishedFile(
                  "train-images-idx3-ubyte.gz",
                  26_421_880,
                  "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84"),
              new PublishedFile(
                  "train-labels-idx1-ubyte.gz",
                  29_515,
                  "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845")),
          new Pair(
              new PublishedFile(
                  "t10k-images-idx3-ubyte.gz",
                  4_422_102,
                  "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073"),
              new PublishedFile(
                  "t10k-labels-idx1-ubyte.gz",
                  5_148,
                  "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5")),
          List.of(
              "T-shirt/top",
              "Trouser",
              "Pullover",
              "Dress",
              "Coat",
              "Sandal",
              "Shirt",
              "Sneaker",
              "Bag",
              "Ankle boot"));

  /**
   * Images and what they show.
   *
   * @param images the file of images
   * @param labels the file of their labels
   */
  record Pair(PublishedFile images, PublishedFile labels) {}

  /** All of its files. */
  List<PublishedFile> files() {
    return List.of(training.images(), training.labels(), test.images(), test.labels());
  }
}
