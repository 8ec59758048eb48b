"""The examples of handbook 9.1 for who is there already."""
import unittest

from customer import company, match, may_be_one, person, phone

AT = "2026-03-01T09:30:00"


def customer(number, name, **more):
    return {"id": number, "recorded_at": AT, "name": name} | more


def level(newcomer, *customers):
    return match({"customers": list(customers), "newcomers": [newcomer]})["newcomers"][0]["level"]


class Handbook(unittest.TestCase):
    def test_numbers(self):
        self.assertEqual(person("110105491231002")[0], "11010519491231002X")
        self.assertEqual(person("11010519491231002x")[0], "11010519491231002X")
        self.assertIsNone(person("110105194912310021"))
        self.assertEqual(company("91350100m000100y43"), "91350100M000100Y43")
        self.assertIsNone(company("91350100M000100Y44"))

    def test_phones(self):
        for written in ("13800011234", "+86 138-0001-1234", "008613800011234", "013800011234", "１３８０００１１２３４"):
            self.assertEqual(phone(written), ("full", "13800011234"))
        self.assertEqual(phone("+1 380 001 1234"), ("full", "0013800011234"))
        self.assertTrue(may_be_one(phone("13800011234"), phone("138****1234")))
        self.assertTrue(may_be_one(phone("1380****234"), phone("138****1234")))
        self.assertFalse(may_be_one(phone("13800011234"), phone("13800011234")))

    def test_levels(self):
        known = customer("C-1", "张三", phones=["13800011234"], birth_date="1980-01-01")
        self.assertEqual(level(customer("N", "李四", phones=["+8613800011234"]), known), "same")
        self.assertEqual(level(customer("N", "张 三", phones=["13900021234"]), known), "suspect")
        self.assertEqual(level(customer("N", "张三", papers=[{"kind": "person_id", "number": "440301800101001"}]), known), "suspect")
        self.assertEqual(level(customer("N", "某", phones=["138****1234"]), known), "suspect")
        self.assertEqual(level(customer("N", "张三"), known), "new")


if __name__ == "__main__":
    unittest.main()
