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


def beale(trial):
    x, y = reals(trial, 2, -4.5, 4.5)
    return (1.5 - x + x * y) ** 2 + (2.25 - x + x * y**2) ** 2 + (2.625 - x + x * y**3) ** 2


def schwefel3(trial):
    return 418.9828872724338 * 3 - sum(v * math.sin(math.sqrt(abs(v))) for v in reals(trial, 3, -500, 500))


def michalewicz5(trial):
    return -sum(math.sin(v) * math.sin((i + 1) * v * v / math.pi) ** 20 for i, v in enumerate(reals(trial, 5, 0, math.pi)))


def zakharov4(trial):
    x = reals(trial, 4, -5, 10)
    slope = sum(0.5 * (i + 1) * v for i, v in enumerate(x))
    return sum(v * v for v in x) + slope**2 + slope**4


def dixonprice4(trial):
    x = reals(trial, 4, -10, 10)
    return (x[0] - 1) ** 2 + sum((i + 1) * (2 * x[i] ** 2 - x[i - 1]) ** 2 for i in range(1, 4))


def shekel4(trial):
    beta = [1, 2, 2, 4, 4, 6, 3, 7, 5, 5]
    holes = [(4, 4), (1, 1), (8, 8), (6, 6), (3, 7), (2, 9), (5, 3), (8, 1), (6, 2), (7, 3.6)]
    x = reals(trial, 4, 0, 10)
    return -sum(1 / (b / 10 + sum((x[j] - hole[j % 2]) ** 2 for j in range(4))) for b, hole in zip(beta, holes))


def dropwave(trial):
    x, y = reals(trial, 2, -5.12, 5.12)
    squares = x * x + y * y
    return -(1 + math.cos(12 * math.sqrt(squares))) / (0.5 * squares + 2)


def powell4(trial):
    a, b, c, d = reals(trial, 4, -4, 5)
    return (a + 10 * b) ** 2 + 5 * (c - d) ** 2 + (b - 2 * c) ** 4 + 10 * (a - d) ** 4


def mccormick(trial):
    x = trial.suggest_float("x0", -1.5, 4)
    y = trial.suggest_float("x1", -3, 4)
    return math.sin(x + y) + (x - y) ** 2 - 1.5 * x + 2.5 * y + 1


def tuning(trial):
    rate = math.log10(trial.suggest_float("rate", 1e-5, 1, log=True))
    decay = math.log10(trial.suggest_float("decay", 1e-7, 1e-1, log=True))
    batch = math.log2(trial.suggest_int("batch", 16, 256, step=16) / 64)
    dropout = trial.suggest_float("dropout", 0, 0.8, step=0.1)
    width = math.log2(trial.suggest_int("width", 16, 1024, log=True))
    kind = trial.suggest_categorical("optimizer", [0, 1, 2, 3])
    return ((0.05, 0.02, 0, 0.15)[kind] + 0.1 * (rate - (-1, -2, -3, -2.5)[kind] - 0.15 * batch) ** 2
            + 0.01 * (decay + 4) ** 2 + 0.02 * (width - 8) ** 2 + 0.3 * (dropout - 0.05 * (width - 4)) ** 2
            + 0.01 * abs(batch))


def himmelblau(trial):
    x, y = reals(trial, 2, -5, 5)
    return (x * x + y - 11) ** 2 + (x + y * y - 7) ** 2


def trid5(trial):
    x = reals(trial, 5, -25, 25)
    return sum((v - 1) ** 2 for v in x) - sum(x[i] * x[i - 1] for i in range(1, 5))


def bukin6(trial):
    x = trial.suggest_float("x0", -15, -5)
    y = trial.suggest_float("x1", -3, 3)
    return 100 * math.sqrt(abs(y - 0.01 * x * x)) + 0.01 * abs(x + 10)


def forest(trial):
    trees = math.log10(trial.suggest_int("trees", 10, 500, log=True) / 200)
    depth = trial.suggest_int("depth", 2, 20, step=2)
    share = trial.suggest_float("share", 0.1, 1)
    scale = trial.suggest_categorical("scale", [0, 1, 2, 3, 4])
    bag = trial.suggest_categorical("bag", [0, 1])
    early = trial.suggest_categorical("early", [0, 1])
    return (0.2 * trees**2 + 0.005 * abs(depth - (12 if bag else 6)) + 0.15 * (share - (0.8 if bag else 0.4)) ** 2
            + (0.05, 0.03, 0, 0.04, 0.01)[scale] + (0 if bag else 0.02) + (0 if early == (depth > 8) else 0.01))


FUNCTIONS = {
    "branin": branin,
    "hartmann3": lambda t: hartmann(reals(t, 3, 0, 1), A3, P3),
    "hartmann6": lambda t: hartmann(reals(t, 6, 0, 1), A6, P6),
    "quadratic1": quadratic1, "q1_lognormal": q1_lognormal, "rosenbrock2": rosenbrock2,
    "ackley5": ackley5, "levy4": levy4, "mixed": mixed,
    "camel": camel, "goldstein": goldstein, "griewank3": griewank3, "colville": colville,
    "beale": beale, "schwefel3": schwefel3, "michalewicz5": michalewicz5, "zakharov4": zakharov4,
    "dixonprice4": dixonprice4, "shekel4": shekel4, "dropwave": dropwave, "powell4": powell4,
    "mccormick": mccormick, "tuning": tuning, "himmelblau": himmelblau, "trid5": trid5,
    "bukin6": bukin6, "forest": forest,
    "alpine4": lambda t: sum(abs(v * math.sin(v) + 0.1 * v) for v in reals(t, 4, -10, 10)),
    "styblinski4": lambda t: sum(v**4 - 16 * v * v + 5 * v for v in reals(t, 4, -5, 5)) / 2,
    "rastrigin3": lambda t: sum(10 + v * v - 10 * math.cos(2 * math.pi * v) for v in reals(t, 3, -5.12, 5.12)),
}

name, trials, searches, kind = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
for seed in range(searches):
    sampler = optuna.samplers.TPESampler(seed=seed, multivariate=kind == "multivariate")
    study = optuna.create_study(sampler=sampler)
    study.optimize(FUNCTIONS[name], n_trials=trials)
    print(study.best_value, flush=True)
