"""Articles about places and people that do not exist, as pages give them."""

FERRY = """Ferry strike ends as Marlow line agrees to talks

Published March 3, 2031
Passengers wait on the quay at Sandwick, Orla, on Monday.— AFP
Passengers wait on the quay at Sandwick, Orla, on Monday.— AFP

The four-day strike that stopped each ferry between Orla and the mainland ended Monday, the dock union said.

"We have agreed to talk, and for now that is enough," union leader Tamsin Reyk told reporters on the quay.

More than 1,200 passengers had been waiting since Friday, according to the Marlow line.

The company said it would run extra crossings until Wednesday, and that no worker would be punished.

Opinion

Bridge dreams
Updated 9 Nov, 2034

Bridge dreams

A bridge would cost more than the island earns.
Late trains
8 Nov, 2034

Late trains

Nobody can say when the night train will come back.
"""

BROKEN = """SANDWICK: The island council has asked for help after the storm, the mayor of S
andwick said on Monday.
“We are very worried by the harbour wall,” said Mayor Odd Hale, who has asked the go
vernment for engineers and for three pumps. The wall was built a century ago and has been repaired by the
island alone since then, identifyin
g the weak places every spring.
The people of Sandwick will not let o
thers pay for it, he said.
Published in Orla Daily Mail, March 4th 2031.
"""

FURNISHED = """Storm closes schools on Orla

Storm closes schools on Orla
Children walk home along the sea wall. (Photo: courtesy of the council)
Updated 4 March 2031
Follow

Storm closes schools on Orla

SANDWICK: All nine schools on the island of Orla stay closed until Thursday because of the storm.
*The education office said that the roofs of two schools were damaged by the wind.*
Teacher Ines Varo told Orla News that her class would meet in the library instead.
Shares
“It is dry there, and it has more books than we have,” Varo said.
"""

PLAIN = """By the time the storm had passed, four boats were missing.

The coast guard of Orla said on Sunday that it had found three of them. The fourth, a trawler, was last seen
north of the Hallin rocks.

“We go on looking,” said Captain Bram Osk. “We will look until Tuesday.”
"""

ALL = (FERRY, BROKEN, FURNISHED, PLAIN)
