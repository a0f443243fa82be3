/** Lo que se contradice en los valores de un módulo. Cada `#` es un número, en su orden. */
export const faults: Readonly<Record<string, string>> = {
  'A valve bank needs a section for something.': 'Un bloque de válvulas necesita una sección para algo.',
  'A bearing with bolts on # mm has no room on # × # mm between the tubes.':
    'Un rodamiento con tornillos a # mm no cabe en # × # mm entre los tubos.',
  'A bolt of # mm that is # mm long has no room for its nut.':
    'En un tornillo de # mm que mide # mm de largo no cabe su tuerca.',
  'A bolt of # mm is too short for # mm: its nut needs # mm.':
    'Un tornillo de # mm es demasiado corto para # mm: su tuerca necesita # mm.',
  'A disc of # mm has no room around a hole of # mm.':
    'A un disco de # mm no le queda sitio alrededor de un agujero de # mm.',
  'A foot of # mm does not fit under rods # mm up.':
    'Un pie de # mm no cabe debajo de varillas que están a # mm.',
  'A hole of # mm is too wide for a plate of # mm.':
    'Un agujero de # mm es demasiado ancho para una placa de # mm.',
  'A hole of # mm is wider than the flat of a leg of # mm.':
    'Un agujero de # mm es más ancho que lo plano de un ala de # mm.',
  'A hole of # mm would cut through the side walls of a tube of # mm.':
    'Un agujero de # mm cortaría las paredes laterales de un tubo de # mm.',
  'A keyway of # mm is wider than half a shaft of # mm.':
    'Un chavetero de # mm es más ancho que la mitad de un eje de # mm.',
  'A plate of # mm is too low for the clamp.': 'Una placa de # mm es demasiado baja para la abrazadera.',
  'A plate of # mm is too narrow for the tool.':
    'Una placa de # mm es demasiado estrecha para la herramienta.',
  'A rim # mm wide does not reach the hub at the end of the shaft.':
    'Una llanta de # mm de ancho no llega al cubo en el extremo del eje.',
  'A rod of # mm leaves no room for oil in a bore of # mm.':
    'Un vástago de # mm no deja sitio para el aceite en un diámetro interior de # mm.',
  'A roof # mm up has no room for a radius of # mm.': 'Bajo un techo a # mm no cabe un radio de # mm.',
  'A shaft of # mm does not go into a drum of # mm.': 'Un eje de # mm no entra en un tambor de # mm.',
  'A shaft of # mm ends before the second sprocket.': 'Un eje de # mm acaba antes del segundo piñón.',
  'A shaft of # mm has no room for a hub of # mm outside the bearing.':
    'En un eje de # mm no cabe un cubo de # mm fuera del rodamiento.',
  'A socket of # mm is deeper than # mm.': 'Un alojamiento de # mm es más hondo que # mm.',
  'A spool of # mm has no room for filament around a bore of # mm.':
    'A una bobina de # mm no le queda sitio para filamento alrededor de un agujero de # mm.',
  'A stroke of # mm is too short for two ports of # mm.':
    'Una carrera de # mm es demasiado corta para dos bocas de # mm.',
  'A tray of # mm has no room for slats.': 'En una bandeja de # mm no caben los listones.',
  'An eye for a pin of # mm is wider than the cap of a bore of # mm.':
    'Un ojo para un bulón de # mm es más ancho que la tapa de un diámetro interior de # mm.',
  'An opening of # mm reaches the bolts on # mm.': 'Una abertura de # mm llega a los tornillos a # mm.',
  'Bars of # mm reach the motor’s side of the unit.': 'Barras de # mm llegan al lado del motor.',
  'Bolts on # mm have no room beside a hub of # mm for a bore of # mm.':
    'Tornillos a # mm no caben junto a un cubo de # mm para un agujero de # mm.',
  'Between # teeth of # mm nothing is left around a drum of # mm.':
    'Entre # dientes de # mm no queda nada alrededor de un tambor de # mm.',
  'Bolts on # mm do not fit the side.': 'Tornillos a # mm no caben en el lado.',
  'Holes of # mm at # mm do not fit the runners.': 'Agujeros de # mm cada # mm no caben en los patines.',
  'Holes of # mm at # mm leave less than # mm between them.':
    'Agujeros de # mm cada # mm dejan menos de # mm entre ellos.',
  'Holes of # mm at # mm lie under the post of # mm.':
    'Agujeros de # mm cada # mm quedan bajo el poste de # mm.',
  'Holes of # mm at # mm would run into each other.': 'Agujeros de # mm cada # mm se juntarían.',
  'Holes of # mm have no room on a flange of # mm.': 'Agujeros de # mm no caben en un ala de # mm.',
  'It cannot be drawn out # mm with a stroke of # mm.': 'No puede salir # mm con una carrera de # mm.',
  'It lies on # × # mm and is only # × # mm.': 'Se apoya en # × # mm y solo mide # × # mm.',
  'Keyways of # mm have no room on a shaft of # mm.': 'Chaveteros de # mm no caben en un eje de # mm.',
  'Legs of # mm are too short for # mm of thickness.':
    'Alas de # mm son demasiado cortas para # mm de espesor.',
  'Lugs # mm apart do not stand on a back of # mm.': 'Orejas separadas # mm no caben en un respaldo de # mm.',
  'Runners # mm apart reach beyond a tray of # mm.':
    'Patines separados # mm sobresalen de una bandeja de # mm.',
  'Teeth of # mm do not stand out of a drum of # mm.': 'Dientes de # mm no sobresalen de un tambor de # mm.',
  'The plates are so close that the mounting plate of # mm reaches into the wheel.':
    'Las placas están tan juntas que la placa de montaje de # mm entra en la rueda.',
  'There is no room for two grips on # mm.': 'En # mm no caben dos empuñaduras.',
  'Two rows of holes # mm apart do not fit a roof of # mm.':
    'Dos filas de agujeros separadas # mm no caben en un techo de # mm.',
  'Two walls of # mm leave no room in a tube of # mm.':
    'Dos paredes de # mm no dejan hueco en un tubo de # mm.',
  '# × # holes at # mm reach beyond a plate of # × # mm.':
    '# × # agujeros cada # mm sobresalen de una placa de # × # mm.',
  'A shaft of # mm ends before it leaves the outer bearing.':
    'Un eje de # mm acaba antes de salir del rodamiento exterior.',
  '# holes of # mm have no room on a foot of # × # mm.': '# agujeros de # mm no caben en un pie de # × # mm.',
  '# × # holes at # mm reach beyond # × # mm.': '# × # agujeros cada # mm sobresalen de # × # mm.',
  '# mm is too short for a plate of # mm.': '# mm es demasiado corto para una placa de # mm.',
  '# stars of # mm have no room on # mm.': '# estrellas de # mm no caben en # mm.',
  '# slats have no room on # mm.': '# listones no caben en # mm.',
};
