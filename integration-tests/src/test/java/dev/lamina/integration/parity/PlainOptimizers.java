package dev.lamina.integration.parity;

import dev.lamina.dsl.optimizer.AdaBelief;
import dev.lamina.dsl.optimizer.AdaDelta;
import dev.lamina.dsl.optimizer.AdaGrad;
import dev.lamina.dsl.optimizer.AdaMax;
import dev.lamina.dsl.optimizer.Adam;
import dev.lamina.dsl.optimizer.AdamW;
import dev.lamina.dsl.optimizer.AmsGrad;
import dev.lamina.dsl.optimizer.Lion;
import dev.lamina.dsl.optimizer.Momentum;
import dev.lamina.dsl.optimizer.Nadam;
import dev.lamina.dsl.optimizer.Nesterov;
import dev.lamina.dsl.optimizer.Optimizer;
import dev.lamina.dsl.optimizer.RmsProp;
import dev.lamina.dsl.optimizer.Sgd;

/** Each optimizer in plain Java, written as in its paper. */
final class PlainOptimizers implements Optimizer.Cases<PlainOptimizer> {

  @Override
  public PlainOptimizer sgd(Sgd sgd) {
    double eta = rate(sgd);
    return new PlainOptimizer("w - eta g", () -> (w, g, t) -> eta * g);
  }

  @Override
  public PlainOptimizer momentum(Momentum momentum) {
    double eta = rate(momentum);
    return new PlainOptimizer(
        "v = gamma v + eta g; w - v",
        () -> {
          double[] v = new double[1];
          return (w, g, t) -> v[0] = momentum.gamma() * v[0] + eta * g;
        });
  }

  @Override
  public PlainOptimizer nesterov(Nesterov nesterov) {
    double eta = rate(nesterov);
    double gamma = nesterov.gamma();
    return new PlainOptimizer(
        "v = gamma v + eta g; w - gamma v - eta g",
        () -> {
          double[] v = new double[1];
          return (w, g, t) -> {
            v[0] = gamma * v[0] + eta * g;
            return gamma * v[0] + eta * g;
          };
        });
  }

  @Override
  public PlainOptimizer adaGrad(AdaGrad adaGrad) {
    double eta = rate(adaGrad);
    double delta = adaGrad.delta();
    boolean inside = adaGrad.isInsideRoot();
    return new PlainOptimizer(
        "r = r + g^2; w - eta g / " + (inside ? "sqrt(r + delta)" : "(sqrt(r) + delta)"),
        () -> {
          double[] r = {adaGrad.initialAccumulator()};
          return (w, g, t) -> {
            r[0] += g * g;
            return eta * g / root(r[0], delta, inside);
          };
        });
  }

  @Override
  public PlainOptimizer rmsProp(RmsProp rmsProp) {
    double eta = rate(rmsProp);
    double delta = rmsProp.delta();
    boolean inside = rmsProp.isInsideRoot();
    String square = rmsProp.isCentered() ? "r - a^2" : "r";
    return new PlainOptimizer(
        "r = rho r + (1 - rho) g^2; w - eta g / "
            + (inside ? "sqrt(" + square + " + delta)" : "(sqrt(" + square + ") + delta)"),
        () -> {
          PlainOptimizer.Mean squares = new PlainOptimizer.Mean(rmsProp.rho());
          PlainOptimizer.Mean mean = new PlainOptimizer.Mean(rmsProp.rho());
          return (w, g, t) -> {
            double r = squares.and(g * g);
            double a = mean.and(g);
            return eta * g / root(rmsProp.isCentered() ? r - a * a : r, delta, inside);
          };
        });
  }

  @Override
  public PlainOptimizer adam(Adam adam) {
    return new PlainOptimizer(
        "m^ = m / (1 - beta1^t), v^ = v / (1 - beta2^t); w - eta m^ / (sqrt(v^) + epsilon)"
            + (adam.hasEpsilonHat() ? ", epsilon beside sqrt(v)" : ""),
        () -> adam(rate(adam), adam.beta1(), adam.beta2(), adam.epsilon(), adam.hasEpsilonHat()));
  }

  @Override
  public PlainOptimizer adamW(AdamW adamW) {
    double eta = rate(adamW);
    return new PlainOptimizer(
        "w - eta lambda w - eta m^ / (sqrt(v^) + epsilon)"
            + (adamW.hasEpsilonHat() ? ", epsilon beside sqrt(v)" : ""),
        () -> {
          PlainOptimizer.Rule adam =
              adam(eta, adamW.beta1(), adamW.beta2(), adamW.epsilon(), adamW.hasEpsilonHat());
          return (w, g, t) -> eta * adamW.weightDecay() * w + adam.update(w, g, t);
        });
  }

  @Override
  public PlainOptimizer amsGrad(AmsGrad amsGrad) {
    double eta = rate(amsGrad);
    boolean corrected = amsGrad.isCorrected();
    return new PlainOptimizer(
        "u = max(u, v); w - eta m / (sqrt(u) + epsilon)" + (corrected ? ", m and u corrected" : ""),
        () -> {
          PlainOptimizer.Mean mean = new PlainOptimizer.Mean(amsGrad.beta1());
          PlainOptimizer.Mean squares = new PlainOptimizer.Mean(amsGrad.beta2());
          double[] u = new double[1];
          return (w, g, t) -> {
            double m = mean.and(g);
            u[0] = Math.max(u[0], squares.and(g * g));
            double largest = corrected ? u[0] / (1 - Math.pow(amsGrad.beta2(), t)) : u[0];
            double step = corrected ? mean.corrected(t) : m;
            return eta * step / (Math.sqrt(largest) + amsGrad.epsilon());
          };
        });
  }

  @Override
  public PlainOptimizer adaMax(AdaMax adaMax) {
    double eta = rate(adaMax);
    return new PlainOptimizer(
        "u = max(beta2 u, abs g); w - eta m^ / (u + epsilon)",
        () -> {
          PlainOptimizer.Mean mean = new PlainOptimizer.Mean(adaMax.beta1());
          double[] u = new double[1];
          return (w, g, t) -> {
            double m = mean.and(g);
            u[0] = Math.max(adaMax.beta2() * u[0], Math.abs(g));
            return eta / (1 - Math.pow(adaMax.beta1(), t)) * m / (u[0] + adaMax.epsilon());
          };
        });
  }

  @Override
  public PlainOptimizer adaDelta(AdaDelta adaDelta) {
    double eta = rate(adaDelta);
    double epsilon = adaDelta.epsilon();
    return new PlainOptimizer(
        "d = sqrt(s + epsilon) / sqrt(r + epsilon) g; w - eta d",
        () -> {
          PlainOptimizer.Mean squares = new PlainOptimizer.Mean(adaDelta.rho());
          PlainOptimizer.Mean steps = new PlainOptimizer.Mean(adaDelta.rho());
          return (w, g, t) -> {
            double r = squares.and(g * g);
            double step = Math.sqrt((steps.value() + epsilon) / (r + epsilon)) * g;
            steps.add(step * step);
            return eta * step;
          };
        });
  }

  @Override
  public PlainOptimizer nadam(Nadam nadam) {
    double eta = rate(nadam);
    double beta1 = nadam.beta1();
    return new PlainOptimizer(
        "m^ = beta1 m / (1 - beta1^(t+1)) + (1 - beta1) g / (1 - beta1^t);"
            + " w - eta m^ / (sqrt(v^) + epsilon)"
            + (nadam.hasMomentumSchedule() ? ", beta1 warming up" : ""),
        () -> nadam.hasMomentumSchedule() ? warmingNadam(nadam, eta) : nadam(nadam, eta, beta1));
  }

  private static PlainOptimizer.Rule nadam(Nadam nadam, double eta, double beta1) {
    PlainOptimizer.Mean mean = new PlainOptimizer.Mean(beta1);
    PlainOptimizer.Mean squares = new PlainOptimizer.Mean(nadam.beta2());
    return (w, g, t) -> {
      double ahead = beta1 * mean.and(g) / (1 - Math.pow(beta1, t + 1));
      double now = (1 - beta1) * g / (1 - Math.pow(beta1, t));
      double v = squares.and(g * g) / (1 - Math.pow(nadam.beta2(), t));
      return eta * (ahead + now) / (Math.sqrt(v) + nadam.epsilon());
    };
  }

  /** mu_t = beta1 (1 - 0.96^t / 2); products of these correct the moments (Dozat 2016). */
  private static PlainOptimizer.Rule warmingNadam(Nadam nadam, double eta) {
    PlainOptimizer.Mean mean = new PlainOptimizer.Mean(nadam.beta1());
    PlainOptimizer.Mean squares = new PlainOptimizer.Mean(nadam.beta2());
    double[] product = {1};
    return (w, g, t) -> {
      double now = nadam.beta1() * (1 - 0.5 * Math.pow(0.96, t));
      double next = nadam.beta1() * (1 - 0.5 * Math.pow(0.96, t + 1));
      product[0] *= now;
      double ahead = next * mean.and(g) / (1 - product[0] * next);
      double v = squares.and(g * g) / (1 - Math.pow(nadam.beta2(), t));
      double moment = ahead + (1 - now) * g / (1 - product[0]);
      return eta * moment / (Math.sqrt(v) + nadam.epsilon());
    };
  }

  @Override
  public PlainOptimizer lion(Lion lion) {
    double eta = rate(lion);
    return new PlainOptimizer(
        "w - eta sign(beta1 m + (1 - beta1) g); m = beta2 m + (1 - beta2) g",
        () -> {
          PlainOptimizer.Mean mean = new PlainOptimizer.Mean(lion.beta2());
          return (w, g, t) -> {
            double sign = Math.signum(lion.beta1() * mean.value() + (1 - lion.beta1()) * g);
            mean.add(g);
            return eta * sign;
          };
        });
  }

  @Override
  public PlainOptimizer adaBelief(AdaBelief adaBelief) {
    double eta = rate(adaBelief);
    double epsilon = adaBelief.epsilon();
    return new PlainOptimizer(
        "s = beta2 s + (1 - beta2) (g - m)^2 + epsilon; w - eta m^ / (sqrt(s^) + epsilon)",
        () -> {
          PlainOptimizer.Mean mean = new PlainOptimizer.Mean(adaBelief.beta1());
          double[] s = new double[1];
          return (w, g, t) -> {
            double surprise = g - mean.and(g);
            double beta2 = adaBelief.beta2();
            s[0] = beta2 * s[0] + (1 - beta2) * surprise * surprise + epsilon;
            double root = Math.sqrt(s[0] / (1 - Math.pow(beta2, t)));
            return eta * mean.corrected(t) / (root + epsilon);
          };
        });
  }

  private static PlainOptimizer.Rule adam(
      double eta, double beta1, double beta2, double epsilon, boolean hat) {
    PlainOptimizer.Mean mean = new PlainOptimizer.Mean(beta1);
    PlainOptimizer.Mean squares = new PlainOptimizer.Mean(beta2);
    return (w, g, t) -> {
      mean.add(g);
      double v = squares.and(g * g);
      double correction = Math.sqrt(1 - Math.pow(beta2, t));
      double root =
          hat ? (Math.sqrt(v) + epsilon) / correction : Math.sqrt(v) / correction + epsilon;
      return eta * mean.corrected(t) / root;
    };
  }

  private static double root(double square, double delta, boolean inside) {
    return inside ? Math.sqrt(square + delta) : Math.sqrt(square) + delta;
  }

  /** The rate of the first update, which here is that of all. */
  private static double rate(Optimizer optimizer) {
    return optimizer.learningRate().at(0, 0);
  }
}
