"""First names common among people in Denmark, of all origins; and those that are words as well."""

NAMES = frozenset(
    """
    Aage Abdi Abdirahman Abdul Abdullah Adam Adrian Agnes Agnete Ahmad Ahmed Aisha Aksel Albert
    Alberte Alexander Alexandra Alfred Ali Alice Alicja Alma Amal Amalie Amanda Amin Amina Amir
    Amira Ana Anastasia Anders Andrea Andreas Andrej Andrzej Ane Anette Angelika Anita Anja Ann Anna
    Annabel Anne Annelise Annemarie Annette Annika Anton Antonia Aqqaluk Arash Arne Arthur Arvid
    Asbjørn Aske Asger Asia Asif Asma Asta Astrid Aud August Augusta Aviaja Axel Ayaan Ayan Ayse
    Aysha Bahar Barbara Bashir Bastian Beate Beatrice Bent Bente Benedikte Benjamin Bennedikte Benny
    Berit Bertha Bertil Bertram Betina Bettina Bilal Birger Birgit Birgitte Birk Birte Birthe
    Bjarke Bjarne Bjørk Bo Bodil Bogdan Boris Brian Britt Britta Burak Camilla Carina Carl Carla
    Carlo Carsten Casper Caroline Cathrine Cecilie Celina Charlie Charlotte Christen Christian
    Christina Christine Christoffer Christopher Claes Clara Claus Conny Conrad Cristina Dagmar
    Dagny Daniel Daniela Danny Dariusz David Deniz Dennis Dhurata Diana Dicte Diego Dilan Dina Dines
    Ditlev Ditte Dmitri Dorota Dorte Dorthe Dorthea Dragan Ebba Ebbe Eda Eddie Edith Edvard Egon
    Eigil Einar Ejner Ejnar Ela Elena Elias Elif Elin Eline Elisa Elisabeth Elise Elizabeth Ella
    Ellen Ellinor Elliot Elmedin Elna Elsa Else Elsebeth Elvira Emil Emilia Emilie Emily Emine
    Emir Emma Emmanuel Enes Enver Eric Erica Erik Erika Erling Ernst Esben Esma Esmail Ester Esther
    Eva Evald Evelyn Ewa Ewelina Fadi Fadumo Farah Farhan Farid Fartun Farzana Fatima Fatma
    Fatme Felix Ferdinand Fie Filip Filippa Finn Flemming Florian Folmer Frank Fred Frede Frederik
    Frederikke Freja Freya Frida Fritz Frode Gabriel Gabriela Georg Gerda Gert Gertrud Gitte Gorm
    Grethe Gregers Grete Grzegorz Gudrun Gunhild Gunnar Gunner Gurli Gustav Habib Hadi Hakan Hala
    Halfdan Halima Hamza Hamid Hana Hani Hanan Hanna Hannah Hanne Hannibal Harald Hardy Harry
    Hasan Hassan Hatice Hector Hedvig Heidi Heine Helen Helena Helene Helga Helge Helle Henning
    Henriette Henrik Henry Herdis Herman Hilda Hjalmar Hodan Holger Hubert Hugo Hussein Ian Ibrahim
    Ida Idil Ikram Ilse Iman Imran Ina Inaya Inga Inge Ingeborg Ingelise Inger Ingrid Ingvar Inuk
    Ioana Ion Irena Irene Irina Iris Irma Isa Isaac Isabel Isabella Isak Ismail Ivan Ivalu Iver
    Jack Jacob Jakob Jakub Jamal Jamila James Jan Jane Janet Janne Jannie Jannik Jannick Jasmin
    Jasmina Jasper Javid Jean Jeanette Jelena Jens Jeppe Jerry Jesper Jessica Jette Jihad Jimmi
    Jimmy Joachim Joakim Joan Joanna Johan Johanna Johanne Johannes John Johnny Jon Jonas Jonatan
    Jonathan Jonna Jorge Josef Josefine Joseph Josephine Josva Jovana Julia Julian Juliane Julie
    Julius Jytte Jóhan Jørgen Jørn Kai Kaj Kaja Kalle Kamal Kamil Kamilla Kamille Karen Karim Karin
    Karina Karl Karla Karolina Karoline Karsten Kasper Kaspar Kate Katarzyna Katja Katharina
    Kathrine Katrin Katrine Kemal Ken Kenneth Kent Kenny Kerstin Kevin Khadija Khadra Khaled
    Khalid Kim Kirsten Kirstine Kjeld Klara Klaus Klavs Knud Konrad Konstantin Kresten Kristen
    Kristian Kristina Kristine Kristoffer Krystyna Krzysztof Kurt Kåre Laila Lars Lasse Laura
    Laurids Laurits Laust Lauritz Lea Leif Leila Lena Lene Lennart Leo Leon Leona Leonora Leyla
    Liam Lilian Lillian Lilly Lily Lina Linda Lis Lisa Lisbet Lisbeth Lise Lisette Lissi Liv Liva
    Livia Lone Loke Lotte Louis Louise Luca Lucas Lucia Ludvig Luis Luka Lukas Luna Lykke Lærke
    Łukasz Mads Magda Magdalena Magne Magnus Maham Mahad Mahdi Mahir Mahmoud Mahmud Mai Maiken Maja
    Malene Malik Malin Malou Malte Malthe Manal Manfred Marcel Marcin Marco Marcus Maren Margaret
    Margit Margrethe Margot Mari Maria Mariam Marianne Marie Mariia Marija Marina Mario Marion
    Marius Mariusz Mark Markus Martha Marthe Martin Martine Marwa Mary Maryam Mateusz Mathias
    Mathilda Mathilde Matias Mats Matthias Matilde Maya Mehdi Mehmet Melanie Melina Melissa Merete
    Merle Meryem Mette Mia Michael Michaela Michal Michelle Mie Mihai Mikael Mike Mikkel Mikkeline
    Mila Milan Milas Mille Milo Mina Minik Mira Mirjam Mirjana Mirza Moa Mogens Mohamad Mohamed
    Mohammad Mohammed Molly Mona Monica Monika Morten Mostafa Mouna Muhammad Muhammed Munir Murad
    Murat Musa Mustafa My Nabil Nada Nadia Nadja Naja Najma Nana Nanna Naomi Nasir Nasra Nasrin
    Natalia Natalie Nataliia Natasha Neel Nele Nermin Nete Nichlas Nicki Niclas Nicola Nicolai
    Nicolaj Nicolas Nicole Niels Niklas Nikolaj Nikolai Nikoline Nils Nina Ninna Nivi Noa Noah Noel
    Noor Nora Norah Nour Nuka Nur Nura Oda Oksana Ola Olav Ole Oleg Oleksandr Olena Olga Olina Oline
    Oliver Olivia Olga Oluf Omar Orla Osama Oscar Oskar Osman Otto Ove Palle Paninnguaq Parwin
    Patricia Patrick Patrik Paul Paula Paulina Pauline Pavel Paw Pawel Peder Per Pernille Peter
    Petra Petrea Petronella Philip Philippa Pia Pil Pilutaq Piotr Pipaluk Poul Povl Preben Rabia
    Rachel Ragnhild Rahma Rakel Ralf Ramadan Rami Ramona Rana Rania Rasmus Ravn Rebecca Rebecka
    Rebekka Regin Regitze Rehana Renata Rene René Reza Richard Rico Rie Rikke Rima Rita Robert
    Roberto Robin Roger Roland Rolf Roman Ronald Ronja Ronni Ronnie Ronny Rosa Rose Rosita Roya
    Ruben Rudi Rune Ruth Saad Saba Sabah Sabina Sabine Sabrina Sadia Safa Safia Sahra Said Saida
    Salem Salim Salma Salman Sam Samantha Samir Samira Samuel Sandra Sander Sanne Sara Sarah
    Sebastian Selim Selma Selvi Semir Senad Serhii Serkan Shabnam Shahid Sharif Shirin Shukri Sia
    Sidsel Siff Signe Sigrid Sigurd Silas Silja Silje Silke Simon Simone Siri Siv Sivert Sixten
    Skjold Smilla Sofia Sofie Sofus Sol Solveig Sonja Sonny Sophia Sophie Sophus Soraya Stanislaw
    Steen Steffen Stella Sten Stephan Stephanie Stefan Stig Stine Storm Suad Sukri Suleiman Suleyman
    Sultan Sumaya Sune Susan Susanne Suzan Svend Svenn Svetlana Sylvester Sylvia Søren Tahir Tamara
    Tanja Tania Tara Tarek Tariq Tatiana Tatjana Tea Teis Tenna Teresa Tetiana Thea Theis Theo
    Theodor Theresa Therese Thomas Thor Thora Thorbjørn Thorkild Thure Thyra Tilde Tim Timm Tina
    Tine Tobias Toke Tom Tomas Tomasz Tommy Tonny Tonni Tora Torben Tore Tove Tran Trine Troels
    Tristan Trung Tuan Tue Tuva Tyge Uffe Ulf Ulla Ulrik Ulrikke Umar Umut Ursula Usman Uwe Vagn
    Valdemar Valentin Valentina Valeria Vasile Vera Verner Vera Vibe Vibeke Victor Victoria Vigga
    Viggo Viktor Viktoria Vilde Vilhelm Villads Villy Vilma Vincent Viola Vita Vitus Viviana Vivian
    Vivi Vladimir Volodymyr Wafa Walid Wanda Warsame Werner Wilhelm William Wilma Winnie Xenia Yahya
    Yakub Yasemin Yasin Yasmin Yasmina Yildiz Younes Youssef Yousef Yrsa Yulia Yusuf Yvonne Zahid
    Zahra Zainab Zakaria Zara Zaynab Zeinab Zeynep Zoe Zofia Zohra Zoran Zuzanna Åge Åse Øjvind
    Øyvind Ægir
    """.split()
)

# At the head of a sentence these are other words: a pronoun, a month, a thing.
WORDS = frozenset(
    """
    Alma Amal Asia Aske August Birk Bo Bent Else Eva Finn Frank Hans Held Helle Ion Iris Jan Ken Kim
    Liv Loke Luna Lykke Lærke Mai Maj Mark Max Mina My Nada Pil Per Ravn Rose Sam Sander Sol Sten
    Steen Storm Sultan Tilde Tim Tom Tue Vera Vibe Vilde Viola Vita Roman Skjold Rune Said
    """.split()
)
