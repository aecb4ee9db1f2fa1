"""Best values that one kind of Optuna's TPE finds of one function: a line for each search."""
import math
import sys
import warnings

import optuna

warnings.simplefilter("ignore")
optuna.logging.set_verbosity(optuna.logging.ERROR)


def hartmann(places, a, p):
    alpha = (1.0, 1.2, 3.0, 3.2)
    return -sum(
        alpha[i] * math.exp(-sum(a[i][j] * (x - 1e-4 * p[i][j]) ** 2 for j, x in enumerate(places)))
        for i in range(4)
    )

A3 = [[3, 10, 30], [0.1, 10, 35], [3, 10, 30], [0.1, 10, 35]]
P3 = [[3689, 1170, 2673], [4699, 4387, 7470], [1091, 8732, 5547], [381, 5743, 8828]]
A6 = [[10, 3, 17, 3.5, 1.7, 8], [0.05, 10, 17, 0.1, 8, 14], [3, 3.5, 1.7, 10, 17, 8], [17, 8, 0.05, 10, 0.1, 14]]
P6 = [[1312, 1696, 5569, 124, 8283, 5886], [2329, 4135, 8307, 3736, 1004, 9991], [2348, 1451, 3522, 2883, 3047, 6650], [4047, 8828, 8732, 5743, 1091, 381]]


def reals(trial, count, low, high):
    return [trial.suggest_float(f"x{i}", low, high) for i in range(count)]


def branin(trial):
    x = trial.suggest_float("x0", -5, 10)
    y = trial.suggest_float("x1", 0, 15)
    return (y - 5.1 / (4 * math.pi**2) * x * x + 5 / math.pi * x - 6) ** 2 + 10 * (1 - 1 / (8 * math.pi)) * math.cos(x) + 10


def quadratic1(trial):
    return (trial.suggest_float("x0", -5, 5) - 3) ** 2


def q1_lognormal(trial):
    x = trial.suggest_float("x0", math.exp(-6), math.exp(6), log=True)
    return min(0.1 * (x - 10) ** 2, 10)


def rosenbrock2(trial):
    x, y = reals(trial, 2, -2, 2)
    return 100 * (y - x * x) ** 2 + (1 - x) ** 2


def ackley5(trial):
    x = reals(trial, 5, -32.768, 32.768)
    return (-20 * math.exp(-0.2 * math.sqrt(sum(v * v for v in x) / 5))
            - math.exp(sum(math.cos(2 * math.pi * v) for v in x) / 5) + 20 + math.e)


def levy4(trial):
    w = [1 + (v - 1) / 4 for v in reals(trial, 4, -10, 10)]
    inner = sum((v - 1) ** 2 * (1 + 10 * math.sin(math.pi * v + 1) ** 2) for v in w[:-1])
    last = (w[-1] - 1) ** 2 * (1 + math.sin(2 * math.pi * w[-1]) ** 2)
    return math.sin(math.pi * w[0]) ** 2 + inner + last


def mixed(trial):
    depth = trial.suggest_int("depth", 1, 8)
    width = trial.suggest_int("width", 8, 512, log=True)
    rate = math.log10(trial.suggest_float("rate", 1e-5, 1, log=True))
    kind = trial.suggest_categorical("kind", [0, 1, 2])
    flag = trial.suggest_categorical("flag", [0, 1])
    return (0.3 * (rate + 2.5 + 0.2 * kind) ** 2 + 0.05 * (depth - 5 + flag) ** 2
            + 0.2 * (math.log2(width) - 6) ** 2 + (0.2, 0.0, 0.4)[kind] + (0 if flag else 0.1 * abs(rate)))


def camel(trial):
    x = trial.suggest_float("x0", -3, 3)
    y = trial.suggest_float("x1", -2, 2)
    return (4 - 2.1 * x**2 + x**4 / 3) * x**2 + x * y + (4 * y**2 - 4) * y**2


def goldstein(trial):
    a, b = reals(trial, 2, -2, 2)
    return math.log((1 + (a + b + 1) ** 2 * (19 - 14 * a + 3 * a * a - 14 * b + 6 * a * b + 3 * b * b))
                    * (30 + (2 * a - 3 * b) ** 2 * (18 - 32 * a + 12 * a * a + 48 * b - 36 * a * b + 27 * b * b)))


def griewank3(trial):
    x = reals(trial, 3, -600, 600)
    return sum(v * v for v in x) / 4000 - math.prod(math.cos(v / math.sqrt(i + 1)) for i, v in enumerate(x)) + 1


def colville(trial):
    a, b, c, d = reals(trial, 4, -10, 10)
    return (100 * (a * a - b) ** 2 + (a - 1) ** 2 + (c - 1) ** 2 + 90 * (c * c - d) ** 2
            + 10.1 * ((b - 1) ** 2 + (d - 1) ** 2) + 19.8 * (b - 1) * (d - 1))


FUNCTIONS = {
    "branin": branin,
    "hartmann3": lambda t: hartmann(reals(t, 3, 0, 1), A3, P3),
    "hartmann6": lambda t: hartmann(reals(t, 6, 0, 1), A6, P6),
    "quadratic1": quadratic1, "q1_lognormal": q1_lognormal, "rosenbrock2": rosenbrock2,
    "ackley5": ackley5, "levy4": levy4, "mixed": mixed,
    "camel": camel, "goldstein": goldstein, "griewank3": griewank3, "colville": colville,
    "styblinski4": lambda t: sum(v**4 - 16 * v * v + 5 * v for v in reals(t, 4, -5, 5)) / 2,
    "rastrigin3": lambda t: sum(10 + v * v - 10 * math.cos(2 * math.pi * v) for v in reals(t, 3, -5.12, 5.12)),
}

name, trials, searches, kind = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
for seed in range(searches):
    sampler = optuna.samplers.TPESampler(seed=seed, multivariate=kind == "multivariate")
    study = optuna.create_study(sampler=sampler)
    study.optimize(FUNCTIONS[name], n_trials=trials)
    print(study.best_value, flush=True)
