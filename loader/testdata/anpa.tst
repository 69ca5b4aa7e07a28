z0042xmer-
r i  BC-Averley-Harbour     10-14 0096
^BC-Averley-Harbour, 1st Ld-Writethru,96<
^Storm breaks gates of Averley harbour<
^Eds: Adds quote.<
^By NELL CARROW=
^Meridian Writer=
	   AVERLEY (Meridian) _ The harbour was closed on Tuesday after a storm broke two of its gates, the port's master said.
	   ``It costs us GBP 40,000 a day,'' Ada Onslow told reporters at the quay _ forty ships were waiting for the tide.
	   What comes next
	   The engineers hope to lift the first gate by Friday, and to let the smaller ships pass before the week is out.
	   Fishermen who had moored outside the wall said they would sell their catch in Lowgate until the harbour opens.

	   AP-ME-10-14-25 1840GMT<


