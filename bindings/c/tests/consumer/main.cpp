// The same in C++.

#include <iostream>
#include <kaipan.hpp>

int main() {
    try {
        kaipan::call("number.in_words", R"({"amount":"1425747"})");
        for (const kaipan::Operation &operation : kaipan::operations()) {
            std::cout << operation.name << '\n';
        }
    } catch (const kaipan::Error &error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
