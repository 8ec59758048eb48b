"""Random figures and choices, the same for the same seed."""
import random

PLACES = ["0.01", "0.1", "1", "10", "100", "1000"]


class Draw(random.Random):
    """Random figures as decimal text."""

    def chance(self, probability):
        return self.random() < probability

    def figure(self, low, high, decimals):
        count = self.randint(round(low * 10**decimals), round(high * 10**decimals))
        whole, rest = divmod(abs(count), 10**decimals)
        text = f"{whole}.{rest:0{decimals}d}" if decimals else str(whole)
        return "-" + text if count < 0 else text

    def rounding(self, all_places, modes=("half_up", "half_up", "up", "down")):
        data = {"mode": self.choice(modes), "place": self.choice(all_places)}
        return data | ({"guard": False} if self.chance(0.2) else {})

    def some(self, items, least=1):
        items = list(items)
        return self.sample(items, self.randint(min(least, len(items)), len(items)))

    def shares(self, count):
        """Positive ratios of three decimals that add up to 1."""
        cuts = [0, *sorted(self.sample(range(1, 1000), count - 1)), 1000]
        return [f"{(b - a) // 1000}.{(b - a) % 1000:03d}" for a, b in zip(cuts, cuts[1:])]
