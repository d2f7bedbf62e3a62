// Where something still starts the program by its former name.
import './main.js'
